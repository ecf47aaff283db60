drop view work_list_row;
drop view last_public_message;

-- The last thing that a ticket's customer can read, on one line. A plain function, which PostgreSQL puts in line: as a
-- view it would be computed for all tickets before it is joined to a few.
create function last_public_message(of_ticket bigint)
  returns table (at timestamptz, author_id bigint, words text)
  language sql stable rows 1
as $$
  select at, author_id, left(regexp_replace(left(body_text, 400), '\s+', ' ', 'g'), 160)
    from message
   where ticket_id = of_ticket and visibility = 'PUBLIC'
   order by at desc, id desc
   limit 1
$$;

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
    left join lateral last_public_message(t.id) m on true
    left join lateral (
      select * from live_clock c where c.ticket_id = t.id order by c.due_at nulls last, c.metric limit 1) d on true;
