-- As before, with impact and urgency behind.
create or replace view work_list_row as
  select t.id, t.number, t.subject, t.status, t.priority, t.channel, t.escalated, t.changed_at, t.created_at, t.version,
         t.category_id,
         t.requester_id, r.name as requester_name,
         t.organisation_id, o.name as organisation_name,
         t.owner_id, w.name as owner_name,
         t.queue_id, q.name as queue_name,
         coalesce((select string_agg(x.tag, e'\x1f' order by x.tag) from ticket_tag x where x.ticket_id = t.id), '')
           as tags,
         coalesce(m.words, '') as words,
         d.metric as clock_metric, d.state as clock_state, d.started_at as clock_started_at, d.due_at as clock_due_at,
         d.remaining_seconds as clock_remaining_seconds, d.struck_percent > 0 as clock_warned,
         g.name as category_name,
         t.impact, t.urgency
    from ticket t
    join person r on r.id = t.requester_id
    join queue q on q.id = t.queue_id
    join category g on g.id = t.category_id
    left join organisation o on o.id = t.organisation_id
    left join person w on w.id = t.owner_id
    left join lateral last_public_message(t.id) m on true
    left join lateral (
      select * from live_clock c where c.ticket_id = t.id order by c.due_at nulls last, c.metric limit 1) d on true;
