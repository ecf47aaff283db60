-- What is taken out for good goes from the titles of tasks, too, which the history repeats.
create or replace function keep_ticket_event() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('pilet.redacting', true) = 'on'
    and new.kind in ('SUBJECT_CHANGED', 'TASK_ADDED', 'TASK_CHANGED', 'TASK_DONE', 'TASK_REOPENED', 'TASK_REMOVED')
    and (to_jsonb(new) - 'old_value' - 'new_value') = (to_jsonb(old) - 'old_value' - 'new_value')
  then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
