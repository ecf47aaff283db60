-- Answers that are ready but wait: for the moment in which they can be taken back, or for the hour somebody chose.
-- Nothing about the ticket has changed yet, so taking one back leaves no trace on it.
create sequence held_reply_seq increment by 50 start with 50;
create table held_reply (
  id          bigint primary key,
  ticket_id   bigint not null references ticket,
  author_id   bigint not null references person,
  reply       jsonb not null,
  held_at     timestamptz not null,
  due_at      timestamptz not null,
  state       text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'TAKEN_BACK', 'STOPPED')),
  stopped_why text
);
create index held_reply_ticket on held_reply (ticket_id) where state in ('WAITING', 'STOPPED');
