create or replace view live_clock as
  select ticket_id, metric, state, started_at, due_at, remaining_seconds, struck_percent
    from sla_clock
   where completed_at is null and voided_at is null;

-- Every candidate of a list's page is asked for its nearest due time.
create index sla_clock_live on sla_clock (ticket_id, due_at) where completed_at is null and voided_at is null;
