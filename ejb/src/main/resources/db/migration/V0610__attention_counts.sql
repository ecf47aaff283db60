-- The counts beside the views are read from this index alone, now also of what somebody has lost sight of.
drop index ticket_open_counts;
create index ticket_open_counts on ticket (queue_id)
  include (owner_id, escalated, risk_at, created_at, due_at, next_due_at, status, wake_up_at, status_since)
  where status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED');
