-- Queues may stand below others, as many deep as somebody wants: a tree to find one's way in. What may be done in a queue is
-- still its own affair.
alter table queue add column parent_id bigint references queue check (parent_id <> id);
create index queue_parent on queue (parent_id) where parent_id is not null;
