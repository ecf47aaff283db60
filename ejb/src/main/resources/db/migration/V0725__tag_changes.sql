-- Which tickets a renaming or removal of a tag reached, so that it can be taken back.
create sequence tag_change_seq increment by 50 start with 50;
create table tag_change (
  id        bigint primary key,
  tag       text not null,
  became    text, -- null: it was removed
  at        timestamptz not null,
  person_id bigint references person,
  undone_at timestamptz
);
create table tag_change_ticket (
  change_id bigint not null references tag_change on delete cascade,
  ticket_id bigint not null references ticket on delete cascade,
  had_both  boolean not null, -- the other tag stood there before
  primary key (change_id, ticket_id)
);
