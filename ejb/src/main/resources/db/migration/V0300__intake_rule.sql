-- Rules for what has just come in. Empty conditions always hold; empty effects change nothing.

create sequence intake_rule_seq increment by 50 start with 50;
create table intake_rule (
  id               bigint primary key,
  position         int not null,
  name             text not null,
  active           boolean not null default true,
  came_to_queue_id bigint references queue,
  sender           text check (sender = lower(sender)),
  subject_holds    text,
  text_holds       text,
  move_to_queue_id bigint references queue,
  category_id      bigint references category,
  priority         text check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  tag              text,
  version          int not null default 0
);
create index intake_rule_position on intake_rule (position, id);
