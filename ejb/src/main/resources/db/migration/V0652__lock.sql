-- Where opening a ticket keeps it for whoever opened it, and for how long after they last did something on it.
create table queue_locking (
  queue_id   bigint primary key references queue,
  minutes    int not null check (minutes between 0 and 480),
  assigns    boolean not null,
  changed_at timestamptz not null,
  changed_by bigint references person
);
create table ticket_lock (
  ticket_id bigint primary key references ticket,
  person_id bigint not null references person,
  since     timestamptz not null,
  until     timestamptz not null
);
create index ticket_lock_until on ticket_lock (until);

-- Which ticket somebody works on, where agents may work on one at a time.
create table desk_turn (
  person_id bigint primary key references person,
  ticket_id bigint not null references ticket,
  since     timestamptz not null,
  seen_at   timestamptz not null
);

-- What administrators decided about working together, word for word and by whom.
create sequence desk_rule_change_seq increment by 50 start with 50;
create table desk_rule_change (
  id         bigint primary key,
  at         timestamptz not null,
  person_id  bigint references person,
  queue_id   bigint references queue, -- null for the house
  what       text not null,
  old_value  text,
  new_value  text
);
create trigger desk_rule_change_append_only before update or delete on desk_rule_change
  for each row execute function refuse_change();
