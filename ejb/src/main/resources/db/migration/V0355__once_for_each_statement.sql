-- Clocks come in pairs, written by one statement: the ticket follows them once, not for each.
drop trigger ticket_follows_clock on sla_clock;

create or replace function ticket_follows_clock() returns trigger language plpgsql as $$
begin
  update ticket t
     set next_due_at = n.next_due_at, risk_at = n.risk_at
    from (select c.ticket_id, min(l.due_at) as next_due_at,
                 min(case when l.struck_percent > 0 then '-infinity' else l.due_at end) as risk_at
            from (select distinct ticket_id from changed) c
            left join live_clock l on l.ticket_id = c.ticket_id
           group by c.ticket_id) n
   where t.id = n.ticket_id and (t.next_due_at, t.risk_at) is distinct from (n.next_due_at, n.risk_at);
  return null;
end $$;

create trigger ticket_follows_new_clock after insert on sla_clock
  referencing new table as changed for each statement execute function ticket_follows_clock();
create trigger ticket_follows_clock after update on sla_clock
  referencing new table as changed for each statement execute function ticket_follows_clock();
