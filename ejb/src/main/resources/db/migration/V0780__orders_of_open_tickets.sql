-- Open tickets are few and new: in an index of all tickets, the oldest of them stand behind all that were ever closed.
create index ticket_open_created on ticket (created_at, id) include (queue_id)
  where status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED');
create index ticket_open_changed on ticket (changed_at, id) include (queue_id)
  where status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED');
create index ticket_open_urgency on ticket
    ((case priority when 'URGENT' then 0 when 'HIGH' then 1 when 'NORMAL' then 2 else 3 end), changed_at, id)
    include (queue_id)
  where status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED');
