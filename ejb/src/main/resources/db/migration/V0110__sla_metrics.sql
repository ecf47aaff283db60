-- All metrics of features B1.1, targets around the clock and in working days, conditions of every kind, ladders by offset.

do $$
declare
  known constant text := '(''TIME_TO_OWN'', ''FIRST_RESPONSE'', ''NEXT_RESPONSE'', ''PERIODIC_UPDATE'', ''PAUSABLE_UPDATE'','
    ' ''REQUESTER_WAIT'', ''AGENT_WORK'', ''RESOLUTION'', ''TOTAL_RESOLUTION'')';
  kept text;
begin
  foreach kept in array array['sla_target', 'sla_pause', 'escalation_action', 'sla_clock']
  loop
    execute format('alter table %I drop constraint %I', kept, kept || '_metric_check');
    execute format('alter table %I add constraint %I check (metric in %s)', kept, kept || '_metric_check', known);
  end loop;
end $$;

-- Of working days a budget holds as many days; none of them is the end of the day of the start.
alter table sla_target drop constraint sla_target_budget_seconds_check;
alter table sla_target
  add counting text not null default 'OPEN_TIME' check (counting in ('OPEN_TIME', 'ROUND_THE_CLOCK', 'WORKING_DAYS')),
  add reopened boolean not null default false,
  add constraint sla_target_budget check (budget_seconds > 0 or counting = 'WORKING_DAYS' and budget_seconds = 0),
  drop constraint sla_target_policy_id_metric_priority_key;
alter table sla_target add constraint sla_target_once unique nulls not distinct (policy_id, metric, priority, reopened);

alter table sla_policy
  add reopening text not null default 'RESUME' check (reopening in ('RESUME', 'NEW_CYCLE')),
  add agent_tickets text not null default 'NO_FIRST_RESPONSE'
    check (agent_tickets in ('NO_FIRST_RESPONSE', 'SECOND_COMMENT'));

-- For which tickets a policy is: of each field that is named at all, one value must be the ticket's. The columns of
-- sla_policy that name one queue, priority or organisation are read as conditions, too.
create table sla_policy_condition (
  policy_id bigint not null references sla_policy on delete cascade,
  field     text not null check (field in ('ORGANISATION', 'CUSTOMER', 'SERVICE', 'QUEUE', 'TYPE', 'PRIORITY', 'LANGUAGE',
                                           'TAG', 'CHANNEL')),
  value     text not null,
  primary key (policy_id, field, value)
);
create trigger sla_policy_condition_revised after insert or update or delete on sla_policy_condition
  for each statement execute function sla_revised();

-- A level is a share of the budget, or so much open time before or after the due time.
alter table escalation_action
  add offset_seconds bigint not null default 0,
  add argument text not null default '',
  add position int not null default 0,
  drop constraint escalation_action_pkey,
  drop constraint escalation_action_action_check,
  add constraint escalation_action_offset check (offset_seconds = 0 or percent = 100),
  add constraint escalation_action_action_check check (action in ('NOTIFY_OWNER', 'NOTIFY_LEAD', 'RAISE_PRIORITY',
    'MARK_ESCALATED', 'NOTIFY_RESPONSIBLE', 'NOTIFY_TEAM', 'NOTIFY_PERSON', 'NOTIFY_ROLE', 'ASSIGN', 'ASSIGN_LEAD', 'MOVE',
    'TAG'));
alter table escalation_action add primary key (policy_id, metric, percent, offset_seconds, action, argument);

alter table sla_clock
  add counting text not null default 'OPEN_TIME' check (counting in ('OPEN_TIME', 'ROUND_THE_CLOCK', 'WORKING_DAYS')),
  add due_by_hand timestamptz,
  add overridden_at timestamptz,
  add override_reason text;

alter table sla_clock_event
  add offset_seconds bigint not null default 0,
  drop constraint sla_clock_event_kind_check,
  add constraint sla_clock_event_kind_check check (kind in ('STARTED', 'PAUSED', 'RESUMED', 'MET', 'MISSED', 'REOPENED',
    'VOIDED', 'RETARGETED', 'INHERITED', 'REVOKED', 'DUE_SET', 'OVERRIDDEN', 'RECOUNTED', 'WARNED', 'BREACHED', 'ESCALATED',
    'ACTED'));
drop index sla_clock_event_once;
create unique index sla_clock_event_once on sla_clock_event (clock_id, kind, percent, offset_seconds)
  where percent is not null;

-- What usually pauses the other metrics, for the shipped policy.
insert into sla_pause (policy_id, metric, status)
  select 1, metric, status
    from (values ('PAUSABLE_UPDATE', 'PENDING'), ('PAUSABLE_UPDATE', 'ON_HOLD'), ('PAUSABLE_UPDATE', 'POSTPONED'),
                 ('REQUESTER_WAIT', 'ANSWERED'), ('REQUESTER_WAIT', 'PENDING'),
                 ('AGENT_WORK', 'ANSWERED'), ('AGENT_WORK', 'PENDING'), ('AGENT_WORK', 'ON_HOLD'),
                 ('AGENT_WORK', 'POSTPONED')) usual (metric, status)
   where exists (select 1 from sla_policy where id = 1)
  on conflict do nothing;
