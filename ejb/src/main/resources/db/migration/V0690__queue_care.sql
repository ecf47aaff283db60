-- What was done to the queues, by whom.
create sequence queue_change_seq increment by 50 start with 50;
create table queue_change (
  id        bigint primary key,
  at        timestamptz not null,
  person_id bigint references person,
  queue_id  bigint not null references queue,
  what      text not null check (what in ('ADDED', 'NAME', 'ADDRESS', 'TEAM', 'CATEGORY', 'PRIORITY', 'RIGHTS', 'RETIRED',
                                          'RESTORED')),
  old_value text,
  new_value text
);
create index queue_change_queue on queue_change (queue_id, id desc);
create trigger queue_change_append_only before update or delete on queue_change
  for each row execute function refuse_change();
