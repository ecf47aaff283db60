-- Who gets which ticket: skills, languages, hours, absences, caps; what was decided and why; what is reserved.

create sequence skill_seq start with 100;
create table skill (
  id   bigint primary key,
  name text not null unique
);
create table person_skill (
  person_id bigint not null references person,
  skill_id  bigint not null references skill on delete cascade,
  level     int not null check (level between 1 and 5),
  primary key (person_id, skill_id)
);
-- Besides the person's own language.
create table person_language (
  person_id bigint not null references person,
  language  text not null,
  primary key (person_id, language)
);
-- Dispatchers hold an agent's row while they count and assign: so no cap is exceeded.
create table routing_agent (
  person_id    bigint primary key references person,
  active       boolean not null default true,
  calendar_id  bigint references business_calendar,
  weight       int not null default 1 check (weight between 1 and 100),
  most_tickets int not null default 15 check (most_tickets between 0 and 1000),
  most_chats   int not null default 3 check (most_chats between 0 and 100),
  most_calls   int not null default 1 check (most_calls between 0 and 100)
);
-- Pauses and days out of office; rows stay as the log of them.
create sequence routing_absence_seq;
create table routing_absence (
  id             bigint primary key default nextval('routing_absence_seq'),
  person_id      bigint not null references person,
  kind           text not null check (kind in ('PAUSE', 'OUT_OF_OFFICE')),
  from_at        timestamptz not null,
  until_at       timestamptz,
  replacement_id bigint references person,
  reason         text,
  check (until_at is null or until_at >= from_at)
);
create index routing_absence_person on routing_absence (person_id, from_at desc);

create table routing_queue (
  queue_id  bigint primary key references queue,
  active    boolean not null,
  strategy  text not null check (strategy in ('ROUND_ROBIN', 'WEIGHTED', 'LEAST_LOADED')),
  ordering  text not null check (ordering in ('ARRIVAL', 'URGENCY')),
  languages boolean not null default false
);
create table routing_queue_skill (
  queue_id bigint not null references routing_queue on delete cascade,
  skill_id bigint not null references skill on delete cascade,
  level    int not null check (level between 1 and 5),
  primary key (queue_id, skill_id)
);
create table routing_turn (
  queue_id  bigint not null references queue,
  person_id bigint not null references person,
  last_at   timestamptz not null,
  turns     bigint not null default 0,
  primary key (queue_id, person_id)
);
create sequence routing_log_seq;
create table routing_log (
  id        bigint primary key default nextval('routing_log_seq'),
  ticket_id bigint not null references ticket,
  queue_id  bigint not null references queue,
  at        timestamptz not null,
  person_id bigint references person,
  why       text not null
);
create index routing_log_ticket on routing_log (ticket_id, id);
-- Tickets for which nobody was eligible: looked at again a little later, and somebody was told once.
create table routing_stuck (
  ticket_id bigint primary key references ticket,
  since     timestamptz not null,
  next_at   timestamptz not null
);
create table ticket_reservation (
  ticket_id bigint primary key references ticket,
  person_id bigint not null references person,
  until_at  timestamptz not null
);
create index ticket_reservation_person on ticket_reservation (person_id, until_at);
create index ticket_routable on ticket (queue_id, id) where owner_id is null and status in ('NEW', 'OPEN');
