-- Ready-made answers, one text per language. Exactly one of: everybody's, a team's, a person's own.
create sequence canned_response_seq increment by 50 start with 50;
create table canned_response (
  id        bigint primary key,
  shortcut  text not null check (shortcut ~ '^[a-z0-9-]{1,40}$'),
  title     text not null,
  folder    text,
  team_id   bigint references team,
  person_id bigint references person,
  uses      bigint not null default 0,
  used_at   timestamptz,
  version   int not null default 0,
  check (team_id is null or person_id is null)
);
create unique index canned_response_shortcut
  on canned_response (shortcut, coalesce(team_id, 0), coalesce(person_id, 0));
create table canned_text (
  canned_id bigint not null references canned_response on delete cascade,
  language  text not null,
  body_html text not null,
  primary key (canned_id, language)
);

-- What a person has set for themselves: shortcuts, columns, the seconds in which a reply can be taken back.
create table person_setting (
  person_id bigint not null references person,
  key       text not null,
  value     text not null,
  primary key (person_id, key)
);
