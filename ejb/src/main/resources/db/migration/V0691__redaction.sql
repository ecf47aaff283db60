-- What was taken out of messages, by whom and why; never the words or the file themselves.
create sequence redaction_seq increment by 50 start with 50;
create table redaction (
  id         bigint primary key,
  message_id bigint not null references message,
  at         timestamptz not null,
  person_id  bigint references person,
  what       text not null check (what in ('WORDS', 'FILE')),
  reason     text not null
);
create index redaction_message on redaction (message_id, id);
create trigger redaction_append_only before update or delete on redaction
  for each row execute function refuse_change();
