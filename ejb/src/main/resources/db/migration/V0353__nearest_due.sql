-- Lists order thousands of open tickets by their nearest due time: it stands on the ticket, so that an index has the
-- order, and the database itself keeps it in step with the clocks. Whoever changes a clock holds the ticket's lock.
alter table ticket
  add column next_due_at timestamptz, -- of the clocks that still owe something
  add column risk_at     timestamptz; -- from when on the ticket is at risk: -infinity once a clock has warned

create function ticket_follows_clock() returns trigger language plpgsql as $$
begin
  update ticket t
     set next_due_at = n.next_due_at, risk_at = n.risk_at
    from (select min(due_at) as next_due_at,
                 min(case when struck_percent > 0 then '-infinity' else due_at end) as risk_at
            from live_clock
           where ticket_id = new.ticket_id) n
   where t.id = new.ticket_id and (t.next_due_at, t.risk_at) is distinct from (n.next_due_at, n.risk_at);
  return null;
end $$;

create trigger ticket_follows_clock after insert or update on sla_clock
  for each row execute function ticket_follows_clock();

update ticket t
   set next_due_at = n.next_due_at, risk_at = n.risk_at
  from (select ticket_id, min(due_at) as next_due_at,
               min(case when struck_percent > 0 then '-infinity' else due_at end) as risk_at
          from live_clock
         group by ticket_id) n
 where t.id = n.ticket_id;

create index ticket_open_next on ticket
  ((case when status in ('NEW', 'OPEN') then 0 else 1 end), (coalesce(next_due_at, 'infinity')), changed_at, id)
  include (queue_id)
  where status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED');
create index ticket_open_due on ticket ((coalesce(next_due_at, 'infinity')), id)
  include (queue_id)
  where status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED');
create index ticket_open_risk on ticket (risk_at)
  where risk_at is not null and status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED');
