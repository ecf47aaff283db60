-- Compliance is told apart by the policy that made the promise (features A7.5). Days that were reported before have none.
alter table report_fact add column policy_id bigint;
