-- The counts beside the views are read from this index alone, now also of what somebody is responsible for.
drop index ticket_open_counts;
create index ticket_open_counts on ticket (queue_id)
  include (owner_id, responsible_id, escalated, risk_at, created_at, due_at, next_due_at, status, wake_up_at, status_since)
  where status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED');
create index ticket_responsible on ticket (responsible_id)
  where status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED') and responsible_id is not null;
