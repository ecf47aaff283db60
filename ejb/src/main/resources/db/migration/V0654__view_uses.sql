-- How often a kept view was opened, and when last.
alter table saved_view
  add column uses    bigint not null default 0,
  add column used_at timestamptz;
