-- Unsent words by the place where they are being written: a ticket, the form for a new one, the portal's forms. A row
-- stays, emptied, when they were sent: its revision tells a browser that comes back whether its own copy is newer.
create table unsent (
  person_id bigint not null references person,
  place     text not null check (length(place) between 1 and 80),
  body_html text not null,
  fields    jsonb not null default '{}',
  revision  bigint not null default 1,
  saved_at  timestamptz not null,
  primary key (person_id, place)
);
insert into unsent (person_id, place, body_html, fields, saved_at)
  select person_id, 'ticket/' || ticket_id, body_html, jsonb_build_object('mode', visibility), saved_at from draft;
drop table draft;

-- Files that somebody has uploaded and not yet sent. They outlive the session, as the words do.
create table upload (
  token       text primary key,
  person_id   bigint not null references person,
  name        text not null,
  media_type  text not null,
  blob_id     bigint not null references blob,
  size        bigint not null,
  sha256      text not null,
  uploaded_at timestamptz not null
);
create index upload_person on upload (person_id);
