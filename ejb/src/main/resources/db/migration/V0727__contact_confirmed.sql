-- When somebody at the desk last made sure that a customer's contact data are right.
alter table person add column contact_confirmed_at timestamptz;
alter table person add column contact_confirmed_by bigint references person;
