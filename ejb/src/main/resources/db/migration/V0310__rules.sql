-- Rules: triggers, conditions and actions as JSON, in groups; what they have done; and the intake rules made into such.

-- Since when a ticket has its status, whoever writes the row: rules count from it.
alter table ticket add column status_since timestamptz;
update ticket set status_since = coalesce((select max(e.at) from ticket_event e where e.ticket_id = ticket.id and e.kind = 'STATUS_CHANGED'), created_at);
create function ticket_status_since() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or new.status is distinct from old.status then
    new.status_since := new.changed_at;
  end if;
  return new;
end $$;
create trigger ticket_status_since before insert or update of status on ticket
  for each row execute function ticket_status_since();
create index ticket_live_status_since on ticket (status_since) where status not in ('CLOSED', 'MERGED', 'SPAM', 'DELETED');
create index ticket_live on ticket (id) where status not in ('CLOSED', 'MERGED', 'SPAM', 'DELETED');

-- The promises as rules see them.
create view rule_promise as
  select ticket_id, metric, started_at, due_at, paused_at, completed_at, breached_at, voided_at, struck_percent
    from sla_clock;

-- Every change of a rule draws a new number, so that nodes know when to read them again.
create sequence rule_revision_seq;
create table rule_revision (
  only_row boolean primary key default true check (only_row),
  revision bigint not null
);
insert into rule_revision (revision) values (nextval('rule_revision_seq'));
create function rules_revised() returns trigger language plpgsql as $$
begin
  update rule_revision set revision = nextval('rule_revision_seq');
  return null;
end $$;

create sequence rule_group_seq start with 100;
create table rule_group (
  id       bigint primary key,
  name     text not null unique,
  position int not null,
  mode     text not null check (mode in ('IN_TURN', 'TOGETHER')),
  active   boolean not null default true,
  version  int not null default 0
);

-- Ids go on where the intake rules stopped: histories name them.
create sequence automation_rule_seq start with 1000;
select setval('automation_rule_seq', greatest(1000, (select coalesce(max(id), 0) from intake_rule)));
create table automation_rule (
  id           bigint primary key,
  group_id     bigint not null references rule_group,
  position     int not null,
  name         text not null,
  active       boolean not null,
  active_since timestamptz not null,
  trigger_kind text not null,
  definition   text not null,
  version      int not null default 0,
  changed_at   timestamptz not null,
  changed_by   bigint references person
);
create index automation_rule_group on automation_rule (group_id, position, id);
create table automation_rule_queue (
  rule_id  bigint not null references automation_rule on delete cascade,
  queue_id bigint not null references queue,
  primary key (rule_id, queue_id)
);
do $$
declare
  watched text;
begin
  foreach watched in array array['rule_group', 'automation_rule', 'automation_rule_queue']
  loop
    execute format('create trigger %I after insert or update or delete on %I for each statement execute function rules_revised()',
                   watched || '_revised', watched);
  end loop;
end $$;

-- What each rule has done, once for each event. A rule that is removed leaves its runs.
create sequence rule_run_seq;
create table rule_run (
  id         bigint primary key default nextval('rule_run_seq'),
  rule_id    bigint not null,
  rule_name  text not null,
  event_key  text not null,
  happening  text not null,
  ticket_id  bigint not null references ticket,
  chain      text not null default '',
  state      text not null check (state in ('DONE', 'WAITING', 'FAILED', 'GUARDED', 'EXPIRED')),
  at         timestamptz not null,
  why        text,
  did        text,
  next_step  int not null default 0,
  attempts   int not null default 1,
  error      text,
  unique (rule_id, event_key)
);
create index rule_run_ticket on rule_run (ticket_id, id);
create index rule_run_rule on rule_run (rule_id, id);
create index rule_run_failed on rule_run (id) where state = 'FAILED';
create index rule_run_at on rule_run (at);

-- Which date of which ticket has woken a rule already: each value does so once, whichever node notices.
create table rule_moment (
  rule_id   bigint not null references automation_rule on delete cascade,
  ticket_id bigint not null references ticket,
  moment    timestamptz not null,
  primary key (rule_id, ticket_id, moment)
);
create table rule_schedule (
  rule_id bigint primary key references automation_rule on delete cascade,
  next_at timestamptz not null
);

insert into rule_group (id, name, position, mode) values (1, 'Intake', 10, 'TOGETHER'), (2, 'Waiting tickets', 20, 'IN_TURN'),
  (3, 'Everything else', 30, 'IN_TURN');

-- The intake rules as they were: the same conditions, the same effects, the same ids.
insert into automation_rule (id, group_id, position, name, active, active_since, trigger_kind, definition, changed_at)
select r.id, 1, r.position, r.name, r.active, now(), 'OPENED',
       jsonb_build_object(
         'trigger', jsonb_build_object('kind', 'OPENED'),
         'conditions', jsonb_build_object('all', coalesce((
            select jsonb_agg(c.written order by c.place) from (values
              (1, case when r.came_to_queue_id is not null then jsonb_build_object('kind', 'queue', 'anyOf', jsonb_build_array(r.came_to_queue_id)) end),
              (2, case when r.sender is not null then jsonb_build_object('kind', 'sender', 'from', r.sender) end),
              (3, case when r.subject_holds is not null then jsonb_build_object('kind', 'subject', 'phrases', r.subject_holds) end),
              (4, case when r.text_holds is not null then jsonb_build_object('kind', 'text', 'phrases', r.text_holds) end)
            ) c (place, written) where c.written is not null), '[]'::jsonb)),
         'actions', (
            select jsonb_agg(a.written order by a.place) from (values
              (1, case when r.move_to_queue_id is not null then jsonb_build_object('kind', 'queue', 'to', r.move_to_queue_id) end),
              (2, case when r.category_id is not null then jsonb_build_object('kind', 'category', 'to', r.category_id) end),
              (3, case when r.priority is not null then jsonb_build_object('kind', 'priority', 'to', r.priority) end),
              (4, case when r.tag is not null then jsonb_build_object('kind', 'tag', 'tag', r.tag) end)
            ) a (place, written) where a.written is not null))::text,
       now()
  from intake_rule r
 where r.move_to_queue_id is not null or r.category_id is not null or r.priority is not null or r.tag is not null;
-- What waits in the outbox for the old rules is taken over by the new ones.
update outbox set kind = 'automation.event',
       payload = jsonb_build_object('ticketId', split_part(payload, ' ', 1)::bigint, 'kind', 'OPENED', 'at',
                                    to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                                    'messageId', split_part(payload, ' ', 2)::bigint, 'actorKind', 'CUSTOMER')::text,
       dedup_key = 'opened:' || dedup_key
 where kind = 'automation.intake';
drop table intake_rule;
drop sequence intake_rule_seq;
