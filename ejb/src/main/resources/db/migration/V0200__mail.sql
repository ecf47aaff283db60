-- Mail: where it is fetched, what came and what was decided, how many automatic mails went to whom.

create sequence mailbox_seq increment by 50 start with 50;
create table mailbox (
  id             bigint primary key,
  address        text not null unique check (address = lower(address)),
  queue_id       bigint not null references queue,
  protocol       text not null check (protocol in ('IMAP', 'PIPE')),
  host           text,
  port           int,
  security       text not null default 'TLS' check (security in ('NONE', 'STARTTLS', 'TLS')),
  user_name      text,
  password       bytea,
  folder         text not null default 'INBOX',
  done_folder    text,
  largest        bigint not null,
  plus_addresses boolean not null default true,
  active         boolean not null default true,
  next_poll_at   timestamptz not null,
  claimed_until  timestamptz,
  last_poll_at   timestamptz,
  last_success_at timestamptz,
  failures       int not null default 0,
  last_error     text,
  version        int not null default 0,
  check (protocol = 'PIPE' or (host is not null and user_name is not null))
);

-- One row for each mail that was taken in. The raw bytes stay: what was decided can be looked up and tried again.
create sequence inbound_mail_seq increment by 50 start with 50;
create table inbound_mail (
  id          bigint primary key,
  mailbox_id  bigint not null references mailbox,
  dedup_key   text not null,
  raw_blob_id bigint not null references blob,
  size        bigint not null,
  received_at timestamptz not null,
  sender      text,
  subject     text,
  state       text not null check (state in ('STORED', 'DONE', 'QUARANTINED', 'REFUSED', 'IGNORED')),
  decision    text,
  reason      text,
  ticket_id   bigint references ticket,
  message_id  bigint references message,
  attempts    int not null default 0,
  due_at      timestamptz,
  last_error  text,
  decided_at  timestamptz,
  decided_by  bigint references person,
  unique (mailbox_id, dedup_key)
);
create index inbound_mail_due on inbound_mail (due_at) where state = 'STORED';
create index inbound_mail_quarantined on inbound_mail (id desc) where state = 'QUARANTINED';
create index inbound_mail_dedup_key on inbound_mail (dedup_key);
create index inbound_mail_ticket on inbound_mail (ticket_id, received_at) where ticket_id is not null;

-- What automatic mail went where: the limiter counts it. One row for each outbox entry, sent or held back.
create table automatic_mail (
  dedup_key text primary key,
  address   text not null check (address = lower(address)),
  at        timestamptz not null,
  sent      boolean not null
);
create index automatic_mail_address on automatic_mail (address, at) where sent;
