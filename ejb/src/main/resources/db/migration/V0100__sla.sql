-- Service levels: calendars, policies and the clocks that run under them.

-- What every clock is computed with. Each change of it draws a new number, so that nodes know when to read it again;
-- a sequence, because a number drawn by a change that is rolled back must never come again.
create sequence sla_revision_seq;
create table sla_revision (
  only_row boolean primary key default true check (only_row),
  revision bigint not null
);
insert into sla_revision (revision) values (nextval('sla_revision_seq'));

create function sla_revised() returns trigger language plpgsql as $$
begin
  update sla_revision set revision = nextval('sla_revision_seq');
  return null;
end $$;

-- Numbers below 100 are the ones that this installation was shipped with.
create sequence business_calendar_seq start with 100;
create table business_calendar (
  id      bigint primary key,
  name    text not null unique,
  zone    text, -- null: the installation's own
  version int not null default 0
);

-- 1 is Monday. A window that closes at 00:00 lasts to the end of the day.
create table calendar_hours (
  calendar_id bigint not null references business_calendar on delete cascade,
  weekday     int not null check (weekday between 1 and 7),
  opens       time not null,
  closes      time not null,
  primary key (calendar_id, weekday, opens),
  check (closes > opens or closes = '00:00')
);

-- A yearly holiday's year is the one it was entered for and does not matter.
create table calendar_holiday (
  calendar_id bigint not null references business_calendar on delete cascade,
  day         date not null,
  yearly      boolean not null,
  name        text not null,
  primary key (calendar_id, day, yearly)
);

-- Replaces the hours of one date, whatever else is said of it; without windows it is closed that day.
create table calendar_exception (
  calendar_id bigint not null references business_calendar on delete cascade,
  day         date not null,
  name        text not null,
  primary key (calendar_id, day)
);
create table calendar_exception_hours (
  calendar_id bigint not null,
  day         date not null,
  opens       time not null,
  closes      time not null,
  primary key (calendar_id, day, opens),
  foreign key (calendar_id, day) references calendar_exception on delete cascade,
  check (closes > opens or closes = '00:00')
);

-- The first active policy in order of position whose selectors all fit; a selector that is null fits everything.
create sequence sla_policy_seq start with 100;
create table sla_policy (
  id              bigint primary key,
  name            text not null unique,
  position        int not null unique deferrable initially deferred,
  calendar_id     bigint not null references business_calendar,
  queue_id        bigint references queue,
  priority        text check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  organisation_id bigint references organisation,
  active          boolean not null default true,
  version         int not null default 0
);

-- The target for one priority, or for all that have none of their own.
create table sla_target (
  policy_id      bigint not null references sla_policy on delete cascade,
  metric         text not null check (metric in ('FIRST_RESPONSE', 'RESOLUTION')),
  priority       text check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  budget_seconds bigint not null check (budget_seconds > 0),
  unique nulls not distinct (policy_id, metric, priority)
);

-- The statuses in which a metric's clock stands still.
create table sla_pause (
  policy_id bigint not null references sla_policy on delete cascade,
  metric    text not null check (metric in ('FIRST_RESPONSE', 'RESOLUTION')),
  status    text not null check (status in ('NEW', 'OPEN', 'ANSWERED', 'PENDING', 'ON_HOLD', 'POSTPONED')),
  primary key (policy_id, metric, status)
);

-- What happens when so many hundredths of the budget are used up.
create table escalation_action (
  policy_id bigint not null references sla_policy on delete cascade,
  metric    text not null check (metric in ('FIRST_RESPONSE', 'RESOLUTION')),
  percent   int not null check (percent between 1 and 1000),
  action    text not null check (action in ('NOTIFY_OWNER', 'NOTIFY_LEAD', 'RAISE_PRIORITY', 'MARK_ESCALATED')),
  primary key (policy_id, metric, percent, action)
);

do $$
declare
  watched text;
begin
  foreach watched in array array['business_calendar', 'calendar_hours', 'calendar_holiday', 'calendar_exception',
    'calendar_exception_hours', 'sla_policy', 'sla_target', 'sla_pause', 'escalation_action']
  loop
    execute format('create trigger %I after insert or update or delete on %I for each statement execute function sla_revised()',
                   watched || '_revised', watched);
  end loop;
end $$;

-- A copy of what the clock's events and terms say, for lists and for the sweep. The generation counts its changes: who
-- comes with an old one comes too late.
create sequence sla_clock_seq increment by 50 start with 50;
create table sla_clock (
  id                bigint primary key,
  ticket_id         bigint not null references ticket,
  metric            text not null check (metric in ('FIRST_RESPONSE', 'RESOLUTION')),
  cycle             int not null default 1,
  policy_id         bigint not null references sla_policy,
  calendar_id       bigint not null references business_calendar,
  priority          text not null,
  budget_seconds    bigint not null,
  terms_since       timestamptz not null,
  state             text not null check (state in ('RUNNING', 'PAUSED', 'MET', 'BREACHED', 'VOID')),
  started_at        timestamptz not null,
  due_at            timestamptz,
  paused_at         timestamptz,
  remaining_seconds bigint,
  completed_at      timestamptz,
  breached_at       timestamptz,
  voided_at         timestamptz,
  struck_percent    int not null default 0,
  next_strike_at    timestamptz,
  attempts          int not null default 0,
  generation        int not null default 0,
  unique (ticket_id, metric, cycle)
);
create index sla_clock_next_strike on sla_clock (next_strike_at) where next_strike_at is not null;
create index sla_clock_due on sla_clock (due_at) where completed_at is null and voided_at is null;
create index sla_clock_completed on sla_clock (completed_at) where completed_at is not null;
create index sla_clock_breached on sla_clock (breached_at) where breached_at is not null;

create sequence sla_clock_event_seq increment by 50 start with 50;
create table sla_clock_event (
  id             bigint primary key,
  clock_id       bigint not null references sla_clock,
  ordinal        int not null,
  kind           text not null check (kind in ('STARTED', 'PAUSED', 'RESUMED', 'MET', 'MISSED', 'REOPENED', 'VOIDED',
                                               'RETARGETED', 'WARNED', 'BREACHED', 'ESCALATED', 'ACTED')),
  at             timestamptz not null,
  recorded_at    timestamptz not null,
  late           boolean not null default false,
  why            text not null,
  percent        int,
  policy_id      bigint not null references sla_policy,
  budget_seconds bigint not null,
  due_before     timestamptz,
  due_after      timestamptz,
  unique (clock_id, ordinal)
);
create unique index sla_clock_event_once on sla_clock_event (clock_id, kind, percent) where percent is not null;
create trigger sla_clock_event_append_only before update or delete on sla_clock_event
  for each row execute function refuse_change();

-- Shipped, so that no ticket is ever without a service level; to be edited like any other.
insert into business_calendar (id, name, zone) values (1, 'Office hours', null), (2, 'Round the clock', 'UTC');
insert into calendar_hours (calendar_id, weekday, opens, closes)
  select 1, weekday, time '09:00', time '17:00' from generate_series(1, 5) weekday
  union all
  select 2, weekday, time '00:00', time '00:00' from generate_series(1, 7) weekday;

insert into sla_policy (id, name, position, calendar_id) values (1, 'Standard', 1000, 1);
insert into sla_target (policy_id, metric, priority, budget_seconds) values
  (1, 'FIRST_RESPONSE', 'URGENT', 1 * 3600),
  (1, 'FIRST_RESPONSE', 'HIGH', 4 * 3600),
  (1, 'FIRST_RESPONSE', null, 8 * 3600),
  (1, 'RESOLUTION', 'URGENT', 8 * 3600),
  (1, 'RESOLUTION', 'HIGH', 16 * 3600),
  (1, 'RESOLUTION', 'LOW', 80 * 3600),
  (1, 'RESOLUTION', null, 40 * 3600);
insert into sla_pause (policy_id, metric, status)
  select 1, 'RESOLUTION', unnest(array['PENDING', 'ON_HOLD', 'POSTPONED']);
insert into escalation_action (policy_id, metric, percent, action)
  select 1, metric, percent, action
    from unnest(array['FIRST_RESPONSE', 'RESOLUTION']) metric,
         (values (75, 'NOTIFY_OWNER'), (100, 'RAISE_PRIORITY'), (100, 'NOTIFY_LEAD'), (100, 'MARK_ESCALATED'))
           as shipped (percent, action);
