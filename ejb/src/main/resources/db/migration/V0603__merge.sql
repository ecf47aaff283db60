-- What a merge did, so that it can be undone: the source's status before, and what the target got that it had not.
create sequence ticket_merge_seq increment by 50 start with 50;
create table ticket_merge (
  id            bigint primary key,
  source_id     bigint not null references ticket,
  target_id     bigint not null references ticket,
  actor_id      bigint references person,
  merged_at     timestamptz not null,
  source_status text not null,
  source_reason text,
  source_wake_up timestamptz,
  added_tags    text[] not null,
  added_people  bigint[] not null,
  undone_at     timestamptz
);
create index ticket_merge_source on ticket_merge (source_id);
create index ticket_merge_target on ticket_merge (target_id);

-- Which messages a merge took along.
create table merged_message (
  merge_id   bigint not null references ticket_merge,
  message_id bigint not null references message,
  primary key (merge_id, message_id)
);

alter table ticket_link drop constraint ticket_link_kind_check;
alter table ticket_link add constraint ticket_link_kind_check check (kind in
  ('RELATED', 'FOLLOW_UP_OF', 'MERGED_INTO', 'DUPLICATE_OF', 'CHILD_OF', 'CAUSED_BY', 'SPLIT_FROM'));
