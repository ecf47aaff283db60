-- The rule that closes what was resolved looks for it every ten seconds, on every node.
create index ticket_live_resolved on ticket (resolved_at)
  where resolved_at is not null and status not in ('CLOSED', 'MERGED', 'SPAM', 'DELETED');
