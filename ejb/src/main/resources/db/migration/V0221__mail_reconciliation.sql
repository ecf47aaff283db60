-- What the nightly comparison of handed over with existing mail has found; a line for each mail that is not where it should be.
create sequence mail_reconciliation_seq;
create table mail_reconciliation (
  id          bigint primary key,
  since       timestamptz not null,
  made_at     timestamptz not null,
  handed_over bigint not null,
  on_ticket   bigint not null,
  quarantined bigint not null,
  refused     bigint not null,
  own         bigint not null,
  waiting     bigint not null,
  difference  bigint not null,
  unreachable text
);

create table mail_reconciliation_line (
  reconciliation_id bigint not null references mail_reconciliation on delete cascade,
  position          int not null,
  kind              text not null check (kind in ('NEVER_TAKEN', 'UNDECIDED', 'NO_MESSAGE', 'NO_NOTICE', 'DOUBLED')),
  mailbox           text not null,
  inbound_id        bigint,
  sender            text,
  subject           text,
  at                timestamptz,
  primary key (reconciliation_id, position)
);
