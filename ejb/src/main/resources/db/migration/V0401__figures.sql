-- What each ticket added to each metric on a day: the figures are sums of these, and name their tickets by them. No
-- foreign key on purpose: facts outlive erased tickets.
create table report_fact (
  day             date not null,
  ticket_id       bigint not null,
  metric          text not null,
  dimension       text, -- the only one it counts for; null: all
  outcome         text not null check (outcome in ('COUNTED', 'HIT', 'EXCLUDED')),
  queue_id        bigint,
  agent_id        bigint,
  channel         text not null,
  priority        text not null,
  category_id     bigint,
  calendar_micros bigint,
  business_micros bigint
);
create index report_fact_ticket on report_fact (day, ticket_id);
create index report_fact_metric on report_fact (day, metric);

create table report_day (
  day                date primary key,
  zone               text not null,
  begins_at          timestamptz not null,
  ends_at            timestamptz not null,
  definition_version int not null,
  instance_id        bigint not null,
  computed_at        timestamptz not null,
  gaps               text not null default '' -- where the backlog's identity did not hold
);

create table daily_figure (
  day                    date not null references report_day on delete cascade,
  dimension              text not null,
  key                    text not null,
  metric                 text not null,
  n                      bigint not null,
  hits                   bigint not null,
  excluded               bigint not null,
  calendar_median_micros bigint,
  calendar_p90_micros    bigint,
  calendar_mean_micros   bigint,
  business_median_micros bigint,
  business_p90_micros    bigint,
  business_mean_micros   bigint,
  primary key (day, dimension, key, metric)
);
create index daily_figure_series on daily_figure (metric, dimension, day);

create table report_subscription (
  person_id  bigint primary key references person,
  formats    text not null, -- extensions, comma-separated
  since      timestamptz not null
);
