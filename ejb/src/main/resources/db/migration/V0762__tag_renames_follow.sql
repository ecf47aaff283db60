-- What names a tag follows when it is renamed or merged: kept views, rules, macros. What stood there before is kept, so that
-- undoing it brings it back where nobody has changed it since.
create table saved_view_tag (
  change_id bigint not null references tag_change on delete cascade,
  view_id   bigint not null references saved_view on delete cascade,
  before    text not null,
  after     text not null,
  primary key (change_id, view_id)
);
create table rule_tag (
  change_id bigint not null references tag_change on delete cascade,
  place     text not null check (place in ('RULE', 'MACRO')),
  row_id    bigint not null,
  before    text not null,
  after     text not null,
  primary key (change_id, place, row_id)
);
