-- Tasks can be planned: from when on, until when. Each person may have one address under which a calendar program reads
-- their tasks; of its secret only the hash is kept.
alter table ticket_task add column start_at timestamptz;
alter table ticket_task add constraint ticket_task_in_order check (start_at is null or due_at is null or start_at <= due_at);
create table task_feed (
  person_id    bigint primary key references person,
  secret_hash  bytea not null unique,
  created_at   timestamptz not null,
  last_used_at timestamptz
);
