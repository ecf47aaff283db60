-- Impact and urgency give the priority, unless somebody has chosen it (features B3.12).
alter table ticket add column impact text check (impact in ('LOW', 'MEDIUM', 'HIGH'));
alter table ticket add column urgency text check (urgency in ('LOW', 'MEDIUM', 'HIGH'));
alter table ticket add column priority_by_hand boolean not null default false;

create table priority_matrix (
  impact   text not null check (impact in ('LOW', 'MEDIUM', 'HIGH')),
  urgency  text not null check (urgency in ('LOW', 'MEDIUM', 'HIGH')),
  priority text not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  primary key (impact, urgency)
);
insert into priority_matrix (impact, urgency, priority) values
  ('HIGH',   'HIGH', 'URGENT'), ('HIGH',   'MEDIUM', 'HIGH'),   ('HIGH',   'LOW', 'NORMAL'),
  ('MEDIUM', 'HIGH', 'HIGH'),   ('MEDIUM', 'MEDIUM', 'NORMAL'), ('MEDIUM', 'LOW', 'LOW'),
  ('LOW',    'HIGH', 'NORMAL'), ('LOW',    'MEDIUM', 'LOW'),    ('LOW',    'LOW', 'LOW');
