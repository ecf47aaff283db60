-- Rules may count from the closing of a ticket; they ask for those of the last minutes only.
create index ticket_closed_at on ticket (closed_at) where status = 'CLOSED';
