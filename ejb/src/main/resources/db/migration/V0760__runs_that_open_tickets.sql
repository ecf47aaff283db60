-- A rule that is woken about no ticket opens its own. A run that failed to has none.
alter table rule_run alter column ticket_id drop not null;
