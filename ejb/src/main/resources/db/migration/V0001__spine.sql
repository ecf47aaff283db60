-- The spine: platform, people, security, catalog, tickets, conversation.
-- Instants are timestamptz (UTC); sequences step by 50 because EclipseLink hands out ids in blocks.

create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

-- platform ------------------------------------------------------------------------------------------------------------

create table setting (
  key        text primary key,
  value      text not null,
  changed_at timestamptz not null,
  changed_by bigint
);

create sequence blob_seq increment by 50 start with 50;
create table blob (
  id         bigint primary key,
  sha256     bytea not null,
  size       bigint not null,
  created_at timestamptz not null
);
-- Chunks keep memory flat: no reader or writer ever holds a whole large file.
create table blob_chunk (
  blob_id bigint not null references blob on delete cascade,
  ordinal int not null,
  bytes   bytea not null,
  primary key (blob_id, ordinal)
);
alter table blob_chunk alter column bytes set storage external;

create sequence outbox_seq increment by 50 start with 50;
create table outbox (
  id            bigint primary key,
  kind          text not null,
  dedup_key     text not null,
  payload       text not null,
  cause         text,
  created_at    timestamptz not null,
  due_at        timestamptz not null,
  attempts      int not null default 0,
  state         text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'DEAD', 'CANCELLED')),
  claimed_until timestamptz,
  finished_at   timestamptz,
  last_error    text,
  unique (kind, dedup_key)
);
create index outbox_due on outbox (due_at) where state = 'WAITING';
create index outbox_dead on outbox (created_at) where state = 'DEAD';

create table idempotent_request (
  caller_id   bigint not null,
  key         text not null,
  fingerprint bytea not null,
  status      int,
  location    text,
  body        text,
  created_at  timestamptz not null,
  primary key (caller_id, key)
);

-- people --------------------------------------------------------------------------------------------------------------

create sequence organisation_seq increment by 50 start with 50;
create table organisation (
  id      bigint primary key,
  name    text not null unique,
  version int not null default 0
);
create table organisation_domain (
  domain          text primary key check (domain = lower(domain)),
  organisation_id bigint not null references organisation
);

create sequence person_seq increment by 50 start with 50;
create table person (
  id                  bigint primary key,
  kind                text not null check (kind in ('CUSTOMER', 'AGENT')),
  name                text not null,
  email               text check (email = lower(email)),
  phone               text,
  language            text not null default 'en',
  zone                text not null default 'UTC',
  organisation_id     bigint references organisation,
  undeliverable_since timestamptz,
  active              boolean not null default true,
  created_at          timestamptz not null,
  version             int not null default 0
);
create index person_organisation on person (organisation_id);
create index person_name_trgm on person using gin (name public.gin_trgm_ops);

-- Every address by which a person is recognised; the primary e-mail is one of them.
create sequence contact_point_seq increment by 50 start with 50;
create table contact_point (
  id        bigint primary key,
  person_id bigint not null references person,
  kind      text not null check (kind in ('EMAIL', 'PHONE')),
  address   text not null check (address = lower(address)),
  unique (kind, address)
);
create index contact_point_person on contact_point (person_id);

create sequence team_seq increment by 50 start with 50;
create table team (
  id      bigint primary key,
  name    text not null unique,
  lead_id bigint references person,
  version int not null default 0
);
create table team_member (
  team_id   bigint not null references team,
  person_id bigint not null references person,
  primary key (team_id, person_id)
);
create index team_member_person on team_member (person_id);

-- security ------------------------------------------------------------------------------------------------------------

create table account (
  person_id       bigint primary key references person,
  password_hash   text,
  failed_attempts int not null default 0,
  locked_until    timestamptz,
  last_sign_in_at timestamptz,
  active          boolean not null default true,
  version         int not null default 0
);
create table account_role (
  person_id bigint not null references account,
  role      text not null check (role in ('CUSTOMER', 'AGENT', 'TEAM_LEAD', 'BATCH_OPERATOR', 'ADMINISTRATOR')),
  primary key (person_id, role)
);

create sequence api_token_seq increment by 50 start with 50;
create table api_token (
  id           bigint primary key,
  person_id    bigint not null references account,
  name         text not null,
  token_hash   bytea not null unique,
  scopes       text not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz
);

-- catalog -------------------------------------------------------------------------------------------------------------

create sequence category_seq increment by 50 start with 50;
create table category (
  id        bigint primary key,
  parent_id bigint references category,
  name      text not null,
  position  int not null default 0,
  active    boolean not null default true,
  version   int not null default 0
);

-- tickets -------------------------------------------------------------------------------------------------------------

create sequence queue_seq increment by 50 start with 50;
create table queue (
  id                  bigint primary key,
  name                text not null unique,
  address             text not null unique check (address = lower(address)),
  team_id             bigint not null references team,
  default_category_id bigint not null references category,
  default_priority    text not null default 'NORMAL',
  acknowledges        boolean not null default true,
  signature           text not null default '',
  active              boolean not null default true,
  version             int not null default 0
);

create table queue_grant (
  team_id    bigint not null references team,
  queue_id   bigint not null references queue,
  permission text not null check (permission in ('VIEW', 'WORK')),
  primary key (team_id, queue_id)
);

create sequence ticket_seq increment by 50 start with 50;
create sequence ticket_number_seq start with 100001;
create table ticket (
  id                bigint primary key,
  number            text not null unique,
  subject           text not null,
  status            text not null check (status in ('NEW', 'OPEN', 'ANSWERED', 'PENDING', 'ON_HOLD', 'POSTPONED',
                                                    'RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED')),
  status_reason     text,
  priority          text not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  type              text not null,
  channel           text not null,
  language          text not null,
  category_id       bigint not null references category,
  queue_id          bigint not null references queue,
  owner_id          bigint references person,
  responsible_id    bigint references person,
  requester_id      bigint not null references person,
  organisation_id   bigint references organisation,
  escalated         boolean not null default false,
  due_at            timestamptz,
  wake_up_at        timestamptz,
  created_at        timestamptz not null,
  created_by_agent  boolean not null default false,
  changed_at        timestamptz not null,
  first_viewed_at   timestamptz,
  assigned_at       timestamptz,
  first_response_at timestamptz,
  resolved_at       timestamptz,
  closed_at         timestamptz,
  version           int not null default 0
);
create index ticket_open_queue on ticket (queue_id, changed_at desc)
  where status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED');
create index ticket_open_owner on ticket (owner_id, changed_at desc)
  where status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED');
create index ticket_changed on ticket (changed_at desc, id desc);
create index ticket_requester on ticket (requester_id, changed_at desc);
create index ticket_organisation on ticket (organisation_id, changed_at desc);
create index ticket_created on ticket (created_at);
create index ticket_wake_up on ticket (wake_up_at) where status = 'POSTPONED';
create index ticket_subject_trgm on ticket using gin (subject public.gin_trgm_ops);

create table ticket_tag (
  ticket_id bigint not null references ticket,
  tag       text not null,
  primary key (ticket_id, tag)
);
create index ticket_tag_tag on ticket_tag (tag);

create table ticket_participant (
  ticket_id bigint not null references ticket,
  person_id bigint not null references person,
  primary key (ticket_id, person_id)
);
create index ticket_participant_person on ticket_participant (person_id);

create table ticket_link (
  from_id bigint not null references ticket,
  to_id   bigint not null references ticket,
  kind    text not null check (kind in ('RELATED', 'FOLLOW_UP_OF', 'MERGED_INTO', 'DUPLICATE_OF', 'CHILD_OF')),
  primary key (from_id, to_id, kind)
);
create index ticket_link_to on ticket_link (to_id);

-- Who has read the ticket up to when: unread is bold on the work list.
create table ticket_seen (
  ticket_id bigint not null references ticket,
  person_id bigint not null references person,
  seen_at   timestamptz not null,
  primary key (ticket_id, person_id)
);

-- queue_id, owner_id and status are the values after the event: reports attribute by them, not by today's values.
create sequence ticket_event_seq increment by 50 start with 50;
create table ticket_event (
  id             bigint primary key,
  ticket_id      bigint not null references ticket,
  ticket_version int not null,
  at             timestamptz not null,
  kind           text not null,
  actor_id       bigint references person,
  actor_kind     text not null check (actor_kind in ('CUSTOMER', 'AGENT', 'SYSTEM')),
  cause          text,
  old_value      text,
  new_value      text,
  status         text not null,
  queue_id       bigint not null references queue,
  owner_id       bigint references person
);
create index ticket_event_ticket on ticket_event (ticket_id, at, id);
create index ticket_event_at on ticket_event (at, kind);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger ticket_event_append_only before update or delete on ticket_event
  for each row execute function refuse_change();

-- conversation --------------------------------------------------------------------------------------------------------

create sequence message_seq increment by 50 start with 50;
create table message (
  id               bigint primary key,
  ticket_id        bigint not null references ticket,
  visibility       text not null check (visibility in ('PUBLIC', 'INTERNAL')),
  origin           text not null check (origin in ('CUSTOMER', 'AGENT', 'SYSTEM')),
  channel          text not null,
  author_id        bigint references person,
  author_name      text not null,
  author_address   text,
  at               timestamptz not null,
  subject          text,
  body_text        text not null,
  body_html        text,
  language         text not null,
  automatic        boolean not null default false,
  recipients_to    text,
  recipients_cc    text,
  mail_message_id  text,
  mail_in_reply_to text,
  delivery         text not null default 'NONE' check (delivery in ('NONE', 'WAITING', 'SENT', 'FAILED')),
  delivered_at     timestamptz,
  delivery_error   text,
  why              text,
  search           tsvector generated always as
                     (to_tsvector('simple', coalesce(subject, '') || ' ' || left(body_text, 200000))) stored
);
create index message_ticket on message (ticket_id, at, id);
create index message_mail_message_id on message (mail_message_id) where mail_message_id is not null;
create index message_search on message using gin (search);

create sequence attachment_seq increment by 50 start with 50;
create table attachment (
  id         bigint primary key,
  message_id bigint not null references message,
  name       text not null,
  media_type text not null,
  size       bigint not null,
  blob_id    bigint not null references blob,
  content_id text,
  inline     boolean not null default false
);
create index attachment_message on attachment (message_id);

create table draft (
  ticket_id  bigint not null references ticket,
  person_id  bigint not null references person,
  visibility text not null check (visibility in ('PUBLIC', 'INTERNAL')),
  body_html  text not null,
  saved_at   timestamptz not null,
  primary key (ticket_id, person_id)
);
