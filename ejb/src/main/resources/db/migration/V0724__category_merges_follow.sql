-- What names a category follows when it becomes another: kept views, rules, macros, agreements. What stood there before is
-- kept, so that undoing the merge brings it back where nobody has changed it since.
create table saved_view_category (
  merge_id bigint not null references category_merge,
  view_id  bigint not null references saved_view on delete cascade,
  before   text not null,
  after    text not null,
  primary key (merge_id, view_id)
);
create table rule_category (
  merge_id bigint not null references category_merge,
  place    text not null check (place in ('RULE', 'MACRO')),
  row_id   bigint not null,
  before   text not null,
  after    text not null,
  primary key (merge_id, place, row_id)
);
create table sla_policy_category (
  merge_id  bigint not null references category_merge,
  policy_id bigint not null references sla_policy on delete cascade,
  was_there boolean not null, -- the agreement named the other one as well
  primary key (merge_id, policy_id)
);
