-- Runs of the generator: what was asked for, so that a run that was cut off goes on with the same figures.
create table demo_run (
  id           bigint generated always as identity primary key,
  job_instance bigint unique, -- null: the tickets of the first start
  seed         bigint not null,
  tickets      int not null,
  days         int not null,
  until        timestamptz not null,
  first_serial bigint not null
);

-- Which places are played, so that none is played twice.
create table demo_ticket (
  run_id    bigint not null references demo_run,
  place     int not null,
  ticket_id bigint not null references ticket,
  primary key (run_id, place)
);
