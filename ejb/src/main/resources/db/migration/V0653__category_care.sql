-- What was done to the category tree, by whom; and which tickets a merge moved, so that it can be undone.
create sequence category_change_seq increment by 50 start with 50;
create table category_change (
  id          bigint primary key,
  at          timestamptz not null,
  person_id   bigint references person,
  category_id bigint not null references category,
  what        text not null check (what in ('ADDED', 'RENAMED', 'MOVED', 'MERGED', 'UNMERGED', 'RETIRED', 'RESTORED')),
  old_value   text,
  new_value   text
);
create index category_change_category on category_change (category_id, id desc);
create trigger category_change_append_only before update or delete on category_change
  for each row execute function refuse_change();

create sequence category_merge_seq increment by 50 start with 50;
create table category_merge (
  id        bigint primary key,
  from_id   bigint not null references category,
  into_id   bigint not null references category,
  merged_at timestamptz not null,
  actor_id  bigint references person,
  undone_at timestamptz
);
create table category_merge_ticket (
  merge_id  bigint not null references category_merge,
  ticket_id bigint not null references ticket,
  primary key (merge_id, ticket_id)
);
create table category_merge_queue (
  merge_id bigint not null references category_merge,
  queue_id bigint not null references queue,
  primary key (merge_id, queue_id)
);
create table category_merge_child (
  merge_id    bigint not null references category_merge,
  category_id bigint not null references category,
  primary key (merge_id, category_id)
);
