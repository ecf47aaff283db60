-- POP3, and access by tokens (XOAUTH2): the sealed password is then the refresh token.
alter table mailbox drop constraint mailbox_protocol_check;
alter table mailbox
  add constraint mailbox_protocol_check check (protocol in ('IMAP', 'POP3', 'PIPE')),
  add column auth text not null default 'PASSWORD' check (auth in ('PASSWORD', 'XOAUTH2')),
  add column token_url text,
  add column client_id text,
  add column client_secret bytea,
  add column token_scope text,
  add constraint mailbox_token_access check (auth = 'PASSWORD' or (token_url is not null and client_id is not null));
