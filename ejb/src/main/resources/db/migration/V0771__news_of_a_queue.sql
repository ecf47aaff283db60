-- What reaches whom may be otherwise for one queue than for all.
alter table notice_choice add column queue_id bigint references queue on delete cascade;
alter table notice_choice drop constraint notice_choice_pkey;
create unique index notice_choice_one on notice_choice (person_id, kind, coalesce(queue_id, 0));
