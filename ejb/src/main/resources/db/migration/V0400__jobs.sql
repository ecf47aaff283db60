-- What the batch runtime's own repository does not keep: who runs what, how far it is, and what it said.

-- Who works on what, so that two nodes never do the same twice at the same time. For the nightly report the key is the day.
create table job_claim (
  job         text not null,
  key         text not null,
  instance_id bigint,
  claimed_at  timestamptz not null,
  released_at timestamptz,
  primary key (job, key)
);
create index job_claim_instance on job_claim (instance_id);

-- A running execution's sign of life. One that the repository takes for running but that no longer gives any has lost
-- its server.
create table job_beat (
  execution_id bigint primary key,
  instance_id  bigint not null,
  job          text not null,
  node         text not null,
  boot         text not null,
  beat_at      timestamptz not null,
  ended_at     timestamptz,
  lost         boolean not null default false -- its server died
);
create index job_beat_running on job_beat (beat_at) where ended_at is null;

create table job_progress (
  execution_id bigint not null,
  step         text not null,
  done         bigint not null,
  total        bigint not null,
  primary key (execution_id, step)
);

create sequence job_log_seq;
create table job_log (
  id           bigint primary key default nextval('job_log_seq'),
  instance_id  bigint not null,
  execution_id bigint not null,
  at           timestamptz not null,
  level        text not null check (level in ('INFO', 'WARNING', 'ERROR')),
  step         text,
  said         text not null
);
create index job_log_instance on job_log (instance_id, id);

create sequence job_file_seq;
create table job_file (
  id           bigint primary key default nextval('job_file_seq'),
  job          text not null,
  instance_id  bigint not null,
  execution_id bigint not null,
  name         text not null,
  media_type   text not null,
  sha256       text not null,
  size         bigint not null,
  blob_id      bigint not null references blob,
  written_at   timestamptz not null,
  unique (instance_id, name)
);
