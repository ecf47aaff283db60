-- Lists of one status, in their usual order; with queue and priority, so that a count of few among them reads no table.
create index ticket_status_changed on ticket (status, changed_at desc, id desc) include (queue_id, priority);
