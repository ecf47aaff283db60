-- How colleagues work one ticket together: who follows it, what is left to do and by whom, how long it took, who is there.
create table ticket_watcher (
  ticket_id bigint not null references ticket,
  person_id bigint not null references person,
  since     timestamptz not null,
  primary key (ticket_id, person_id)
);
create index ticket_watcher_person on ticket_watcher (person_id);

-- A checklist is the tasks of one ticket with the same heading; they stand in the order in which they came.
create sequence ticket_task_seq increment by 50 start with 50;
create table ticket_task (
  id          bigint primary key,
  ticket_id   bigint not null references ticket,
  checklist   text,
  title       text not null,
  assignee_id bigint references person,
  due_at      timestamptz,
  required    boolean not null default false, -- the ticket cannot be closed before it is done
  done_at     timestamptz,
  done_by     bigint references person,
  created_at  timestamptz not null,
  created_by  bigint references person,
  version     int not null default 0
);
create index ticket_task_ticket on ticket_task (ticket_id);
create index ticket_task_open on ticket_task (assignee_id, due_at) where done_at is null;

create sequence checklist_template_seq increment by 50 start with 50;
create table checklist_template (
  id       bigint primary key,
  name     text not null unique,
  items    text not null, -- one a line
  required boolean not null default false,
  uses     bigint not null default 0,
  version  int not null default 0
);

create sequence time_entry_seq increment by 50 start with 50;
create table time_entry (
  id         bigint primary key,
  ticket_id  bigint not null references ticket,
  person_id  bigint not null references person,
  spent_on   date not null,
  minutes    int not null check (minutes between 1 and 1440),
  kind       text not null,
  billable   boolean not null,
  note       text not null default '',
  created_at timestamptz not null
);
create index time_entry_ticket on time_entry (ticket_id);
create index time_entry_day on time_entry (spent_on);

-- Who has a ticket in front of them. Worth nothing after a crash, hence not logged; a row is renewed every few seconds.
create unlogged table ticket_presence (
  ticket_id bigint not null,
  person_id bigint not null,
  typing    boolean not null,
  seen_at   timestamptz not null,
  primary key (ticket_id, person_id)
);

-- What somebody is told, where they look for it; and how each kind of news reaches them, where it is not as for all.
create sequence notice_seq increment by 50 start with 50;
create table notice (
  id         bigint primary key,
  person_id  bigint not null references person,
  kind       text not null,
  ticket_id  bigint not null references ticket,
  message_id bigint references message,
  actor_id   bigint references person,
  detail     text,
  at         timestamptz not null,
  in_page    boolean not null,
  by_mail    boolean not null,
  in_digest  boolean not null,
  digested   boolean not null default false,
  read_at    timestamptz
);
create index notice_person on notice (person_id, id desc) where in_page;
create index notice_unread on notice (person_id) where in_page and read_at is null;
create index notice_digest on notice (person_id) where in_digest and not digested;
create index notice_ticket on notice (ticket_id, person_id) where read_at is null;
create table notice_choice (
  person_id bigint not null references person,
  kind      text not null,
  in_page   boolean not null,
  by_mail   boolean not null,
  in_digest boolean not null,
  primary key (person_id, kind)
);
