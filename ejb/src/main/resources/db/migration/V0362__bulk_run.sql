-- One gesture on all tickets that a search finds, carried out in the background. Each ticket's state before is kept, so
-- that the whole can be taken back.
create sequence bulk_run_seq increment by 50 start with 50;
create table bulk_run (
  id          bigint primary key,
  person_id   bigint not null references person,
  field       text not null,
  value       text,
  undo_of     bigint references bulk_run,
  total       int not null,
  started_at  timestamptz not null,
  finished_at timestamptz
);
create index bulk_run_person on bulk_run (person_id, id desc);
create table bulk_item (
  run_id    bigint not null references bulk_run on delete cascade,
  ticket_id bigint not null references ticket,
  state     text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'UNCHANGED', 'REFUSED')),
  before    text,
  reason    text,
  wake_up   timestamptz,
  version   int,
  why       text,
  primary key (run_id, ticket_id)
);
create index bulk_item_waiting on bulk_item (run_id, ticket_id) where state = 'WAITING';
