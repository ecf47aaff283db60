-- When a promise is missed, the ticket is marked and its team told, in each one's own language; what was answered and
-- should be solved by now is open again (features A3.6). A rule that somebody has touched stays as it is.
update automation_rule set definition =
  '{"trigger":{"kind":"SLA_BREACHED"},"conditions":{"all":[{"kind":"status","anyOf":["NEW","OPEN","ANSWERED"]}]},"actions":[{"kind":"escalate"},{"kind":"notifyTeam"}]}'
 where id = 6 and version = 0;
insert into automation_rule (id, group_id, position, name, active, active_since, trigger_kind, definition, changed_at)
select 7, 2, 70, 'Open again what was answered but not solved in time', false, now(), 'SLA_BREACHED',
       '{"trigger":{"kind":"SLA_BREACHED"},"conditions":{"all":[{"kind":"status","anyOf":["ANSWERED"]}]},"actions":[{"kind":"status","to":"OPEN"}]}', now()
 where exists (select 1 from rule_group where id = 2);
-- A new house begins with them; one that has tickets is not surprised by them.
update automation_rule set active = true, active_since = now()
 where id in (6, 7) and version = 0 and not exists (select 1 from ticket);
