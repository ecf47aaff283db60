-- Who of a team is on call duty, and when. Several may be at once.
create sequence routing_duty_seq;
create table routing_duty (
  id        bigint primary key default nextval('routing_duty_seq'),
  team_id   bigint not null references team,
  person_id bigint not null references person,
  from_at   timestamptz not null,
  until_at  timestamptz not null,
  check (until_at > from_at)
);
create index routing_duty_team on routing_duty (team_id, until_at);
