-- What stands below agents' answers by mail, in place of the shipped words: by language, for a queue or for all.
create table mail_frame (
  queue_id   bigint references queue on delete cascade,
  language   text not null,
  body       text not null,
  version    int not null,
  changed_at timestamptz not null,
  changed_by bigint references person
);
create unique index mail_frame_place on mail_frame (language, coalesce(queue_id, 0));
