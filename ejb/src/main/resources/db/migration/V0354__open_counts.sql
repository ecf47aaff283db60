-- The counts beside the views are read from this index alone, at every look at the work list.
create index ticket_open_counts on ticket (queue_id) include (owner_id, escalated, risk_at)
  where status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED');
drop index ticket_open_risk;
