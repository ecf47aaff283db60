-- The history stays append-only, but for words that are taken out for good: what a subject was and became may be blacked
-- out where the transaction says that this is what it does; all else of the line stays.
create function keep_ticket_event() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('pilet.redacting', true) = 'on' and new.kind = 'SUBJECT_CHANGED'
    and (to_jsonb(new) - 'old_value' - 'new_value') = (to_jsonb(old) - 'old_value' - 'new_value')
  then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
drop trigger ticket_event_append_only on ticket_event;
create trigger ticket_event_append_only before update or delete on ticket_event
  for each row execute function keep_ticket_event();
