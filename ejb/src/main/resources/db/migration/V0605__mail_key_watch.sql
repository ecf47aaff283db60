-- Up to which stage administrators were told that a certificate or key ends; lists of revoked certificates; revoked keys.
alter table mail_key
  add column warned text check (warned in ('SOON', 'WEEK', 'PAST')),
  add column revoked boolean not null default false,
  drop constraint mail_key_kind_check,
  add constraint mail_key_kind_check check (kind in ('SMIME', 'OPENPGP', 'AUTHORITY', 'REVOCATIONS'));
