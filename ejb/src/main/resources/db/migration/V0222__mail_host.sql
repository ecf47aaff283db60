-- The server that takes our mail and the domains it is for: how much they got lately, and whether they are left alone now.
create table mail_host (
  host         text primary key,
  window_start timestamptz not null,
  sent         int not null default 0,
  paused_until timestamptz,
  failures     int not null default 0,
  last_error   text,
  last_sent_at timestamptz
);
