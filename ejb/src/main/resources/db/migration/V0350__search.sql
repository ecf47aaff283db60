-- Read models of lists.

-- The last thing that a ticket's customer can read, on one line.
create view last_public_message as
  select t.id as ticket_id, m.at, m.author_id, m.words
    from ticket t
    cross join lateral (
      select at, author_id, left(regexp_replace(left(body_text, 400), '\s+', ' ', 'g'), 160) as words
        from message
       where ticket_id = t.id and visibility = 'PUBLIC'
       order by at desc, id desc
       limit 1) m;

-- Clocks that still owe something. Stands empty here: V0351 fills it from the service levels.
create view live_clock as
  select null::bigint as ticket_id, null::text as metric, null::text as state, null::timestamptz as started_at,
         null::timestamptz as due_at, null::bigint as remaining_seconds, null::int as struck_percent
   where false;

-- All that a list shows of a ticket, for the few ids of a page: every name is a look-up by key.
create view work_list_row as
  select t.id, t.number, t.subject, t.status, t.priority, t.channel, t.escalated, t.changed_at, t.created_at, t.version,
         t.category_id,
         t.requester_id, r.name as requester_name,
         t.organisation_id, o.name as organisation_name,
         t.owner_id, w.name as owner_name,
         t.queue_id, q.name as queue_name,
         coalesce((select string_agg(g.tag, e'\x1f' order by g.tag) from ticket_tag g where g.ticket_id = t.id), '')
           as tags,
         coalesce(m.words, '') as words,
         d.metric as clock_metric, d.state as clock_state, d.started_at as clock_started_at, d.due_at as clock_due_at,
         d.remaining_seconds as clock_remaining_seconds, d.struck_percent > 0 as clock_warned
    from ticket t
    join person r on r.id = t.requester_id
    join queue q on q.id = t.queue_id
    left join organisation o on o.id = t.organisation_id
    left join person w on w.id = t.owner_id
    left join last_public_message m on m.ticket_id = t.id
    left join lateral (
      select * from live_clock c where c.ticket_id = t.id order by c.due_at nulls last, c.metric limit 1) d on true;

-- Nobody's tickets and marked ones are few among many.
create index ticket_open_unassigned on ticket (queue_id, changed_at desc)
  where owner_id is null and status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED');
create index ticket_open_escalated on ticket (queue_id, changed_at desc)
  where escalated and status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED');

-- Long lists of one queue or category, page by page.
create index ticket_queue_changed on ticket (queue_id, changed_at desc, id desc);
create index ticket_category_changed on ticket (category_id, changed_at desc);
create index ticket_created_id on ticket (created_at desc, id desc);
drop index ticket_created;

-- A part of an address finds its person.
create index contact_point_address_trgm on contact_point using gin (address public.gin_trgm_ops);
