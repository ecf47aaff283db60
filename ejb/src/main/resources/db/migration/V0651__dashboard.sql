-- How the dashboards of a team's agents are arranged who have not arranged their own.
create table dashboard_preset (
  team_id    bigint primary key references team,
  tiles      text not null,
  changed_at timestamptz not null,
  changed_by bigint references person
);

-- Whoever looks at their dashboard sees what they had open last, and what they have done today.
create index ticket_seen_person on ticket_seen (person_id, seen_at desc);
create index ticket_event_actor on ticket_event (actor_id, at)
  where actor_kind = 'AGENT' and kind in ('REPLY_SENT', 'NOTE_ADDED', 'STATUS_CHANGED', 'OPENED');
