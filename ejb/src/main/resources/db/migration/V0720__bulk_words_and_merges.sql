-- Many tickets can be answered or merged in one gesture, too. What was made of each, a merge or an answer that waits, is
-- kept, so that the whole can be taken back.
alter table bulk_run add column response_id bigint;
alter table bulk_run add column status_after text;
alter table bulk_run add column may_see_all boolean not null default false;
alter table bulk_item add column made bigint;
alter table bulk_item add column owner_before bigint;
