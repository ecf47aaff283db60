-- How each mailbox is fetched and how that goes; which mails of a POP3 server are known.
alter table mailbox
  add column leave_on_server boolean not null default false,
  add column idle boolean not null default true,
  add column poll_seconds int not null default 30 check (poll_seconds between 1 and 86400),
  add column claimed_by text,
  add column watched_since timestamptz,
  add column last_mail_at timestamptz,
  add column last_lag_seconds bigint,
  add column created_at timestamptz not null default now();

-- POP3 names each mail by a UID for as long as it stays there: what is listed here is not fetched again.
create table mailbox_uid (
  mailbox_id bigint not null references mailbox on delete cascade,
  uid        text not null,
  taken_at   timestamptz not null,
  primary key (mailbox_id, uid)
);
