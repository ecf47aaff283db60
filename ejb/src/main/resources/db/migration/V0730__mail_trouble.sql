-- Why a mail server could not be used, beside its own words; and the refresh token that a provider gave in place of the one
-- in the environment, sealed. "given" is a mark of that one: when somebody puts another there, it holds.
alter table mailbox add column last_trouble text;
alter table mail_host add column last_trouble text;
create table sending_token (
  server text primary key,
  given text not null,
  token bytea not null,
  changed_at timestamptz not null
);
