-- Promises between teams (features B1.16), and what levels of the ladder may do besides.

do $$
declare
  known constant text := '(''TIME_TO_OWN'', ''FIRST_RESPONSE'', ''NEXT_RESPONSE'', ''PERIODIC_UPDATE'', ''PAUSABLE_UPDATE'','
    ' ''REQUESTER_WAIT'', ''AGENT_WORK'', ''RESOLUTION'', ''TOTAL_RESOLUTION'', ''TEAM_RESOLUTION'')';
  kept text;
begin
  foreach kept in array array['sla_target', 'sla_pause', 'escalation_action', 'sla_clock']
  loop
    execute format('alter table %I drop constraint %I', kept, kept || '_metric_check');
    execute format('alter table %I add constraint %I check (metric in %s)', kept, kept || '_metric_check', known);
  end loop;
end $$;

-- Whose clock it is, of those that begin anew with each team.
alter table sla_clock add team_id bigint;

alter table escalation_action
  drop constraint escalation_action_action_check,
  add constraint escalation_action_action_check check (action in ('NOTIFY_OWNER', 'NOTIFY_LEAD', 'RAISE_PRIORITY',
    'MARK_ESCALATED', 'NOTIFY_RESPONSIBLE', 'NOTIFY_TEAM', 'NOTIFY_PERSON', 'NOTIFY_ROLE', 'ASSIGN', 'ASSIGN_LEAD', 'MOVE',
    'TAG', 'RUN_MACRO', 'CALL_WEBHOOK'));

-- When people work, as far as that is known (features B1.15).
create view person_hours as
  select person_id, calendar_id from routing_agent where calendar_id is not null;

insert into sla_pause (policy_id, metric, status)
  select id, 'TEAM_RESOLUTION', unnest(array['PENDING', 'ON_HOLD', 'POSTPONED']) from sla_policy
  on conflict do nothing;
