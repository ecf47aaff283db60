-- Words that an administrator has written in place of the shipped ones. Without a queue: for all that have none of their own.
create sequence mail_template_seq increment by 50 start with 50;
create table mail_template (
  id         bigint primary key default nextval('mail_template_seq'),
  event      text not null check (event ~ '^[A-Za-z]{1,40}$'),
  language   text not null,
  queue_id   bigint references queue,
  subject    text not null,
  body       text not null,
  version    int not null default 0,
  changed_at timestamptz not null,
  changed_by bigint references person
);
create unique index mail_template_place on mail_template (event, language, coalesce(queue_id, 0));
