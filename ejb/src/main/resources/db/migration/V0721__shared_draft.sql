-- An answer that its author shows to a colleague or a team before it goes out. It is kept like one that waits; whoever
-- takes it up has it in their composer, from where it is sent or shown again, with what was said about it.
create sequence shared_draft_seq increment by 50 start with 50;
create table shared_draft (
  id          bigint primary key,
  ticket_id   bigint not null references ticket,
  author_id   bigint not null references person,
  reviewer_id bigint references person,
  team_id     bigint references team,
  reply       jsonb not null,
  state       text not null default 'OPEN' check (state in ('OPEN', 'APPROVED', 'TAKEN', 'SENT')),
  approved_by bigint references person,
  taken_by    bigint references person,
  shared_at   timestamptz not null,
  check ((reviewer_id is null) <> (team_id is null))
);
create unique index shared_draft_one on shared_draft (ticket_id) where state in ('OPEN', 'APPROVED');
create index shared_draft_reviewer on shared_draft (reviewer_id) where state = 'OPEN';
create index shared_draft_taken on shared_draft (ticket_id, taken_by) where state = 'TAKEN';
create sequence shared_draft_comment_seq increment by 50 start with 50;
create table shared_draft_comment (
  id        bigint primary key,
  draft_id  bigint not null references shared_draft on delete cascade,
  person_id bigint not null references person,
  text      text not null,
  at        timestamptz not null
);
create index shared_draft_comment_draft on shared_draft_comment (draft_id, id);
-- The files of all that waits to be said: their bytes stay.
create view waiting_reply_file as
  select (f ->> 'blob')::bigint as blob_id from held_reply h, jsonb_array_elements(h.reply -> 'files') f
   where h.state in ('WAITING', 'STOPPED')
  union all
  select (f ->> 'blob')::bigint from shared_draft d, jsonb_array_elements(d.reply -> 'files') f
   where d.state in ('OPEN', 'APPROVED');
