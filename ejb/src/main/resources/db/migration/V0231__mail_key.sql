-- Certificates and keys for S/MIME and OpenPGP: ours with their sealed private halves, other people's, and authorities.
create sequence mail_key_seq increment by 50 start with 50;
create table mail_key (
  id          bigint primary key default nextval('mail_key_seq'),
  kind        text not null check (kind in ('SMIME', 'OPENPGP', 'AUTHORITY')),
  holder      text not null,
  addresses   text not null,
  fingerprint text not null unique,
  material    bytea not null,
  sealed      bytea,
  mailbox_id  bigint references mailbox on delete cascade,
  person_id   bigint references person,
  trusted     boolean not null default false,
  valid_from  timestamptz,
  valid_until timestamptz,
  added_at    timestamptz not null,
  added_by    bigint references person,
  check (sealed is null or mailbox_id is not null)
);
create index mail_key_mailbox on mail_key (mailbox_id) where mailbox_id is not null;

-- How mail of a mailbox's queue is signed and encrypted.
create table mail_sealing (
  mailbox_id bigint primary key references mailbox on delete cascade,
  scheme     text not null check (scheme in ('NONE', 'SMIME', 'OPENPGP')),
  encrypts   boolean not null default false
);
