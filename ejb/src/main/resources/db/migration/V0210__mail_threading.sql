-- By what each mailbox finds the ticket of a mail, who may join one, under which other addresses it is known, and whether
-- it only takes in old mail.
alter table mailbox
  add column match_address boolean not null default true,
  add column match_headers boolean not null default true,
  add column match_subject boolean not null default true,
  add column match_body boolean not null default false,
  add column match_attachments boolean not null default false,
  add column strangers text not null default 'SIGNED' check (strangers in ('NONE', 'SIGNED', 'ORGANISATION', 'ANYBODY')),
  add column archive boolean not null default false;

create table mailbox_alias (
  address    text primary key check (address = lower(address)),
  mailbox_id bigint not null references mailbox on delete cascade
);
create index mailbox_alias_mailbox on mailbox_alias (mailbox_id);

-- What a customer's mail on a ticket that is done does. No row: reopen until it is closed.
create table mail_follow_up (
  queue_id bigint primary key references queue on delete cascade,
  policy   text not null check (policy in ('UNTIL_CLOSED', 'REOPEN', 'REOPEN_WITHIN_DAYS', 'NEW_TICKET', 'REJECT')),
  days     int check (days between 1 and 3650),
  check (policy <> 'REOPEN_WITHIN_DAYS' or days is not null)
);
