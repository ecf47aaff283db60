-- Which tickets a text hits, looked up before a list is asked: from the words alone the planner guesses wrong and reads
-- all tickets. Looks no further than so many hits in each place and stops where there are more: then it is not "whole".
-- Each place has an index, which is always the faster way to few rows: hence no sequential scans.
-- "too_many" may be null: of words that the planner expects in more messages than that, and there its statistics are good,
-- nothing is looked up at all.

-- Words too short for trigrams are found by their beginnings.
create index ticket_subject_words on ticket using gin (to_tsvector('simple', subject));

create function search_hits(of_number text, in_subject text, subject_words text, in_messages text, visible text,
                            of_people text, in_files text, most int, too_many int, out ids bigint[], out whole boolean)
  language plpgsql volatile -- since it explains
  set enable_seqscan = off
as $$
declare
  hits bigint[];
  plan json;
begin
  ids := '{}';
  whole := true;
  if of_number is not null then
    ids := array(select t.id from ticket t where t.number = of_number);
  end if;
  if in_messages is not null and too_many is not null then
    execute format('explain (format json) select 1 from message m where m.search @@ to_tsquery(''simple'', %L)',
                   in_messages) into plan;
    if (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8 > too_many then
      whole := false;
      return;
    end if;
  end if;
  if in_messages is not null then
    hits := array(select m.ticket_id
                    from message m
                   where m.search @@ to_tsquery('simple', in_messages) and (visible is null or m.visibility = visible)
                   limit most + 1);
    ids := ids || hits;
    whole := cardinality(hits) <= most;
  end if;
  if whole and in_subject is not null then
    hits := array(select t.id from ticket t where t.subject ilike in_subject limit most + 1);
    ids := ids || hits;
    whole := cardinality(hits) <= most;
  end if;
  if whole and subject_words is not null then
    hits := array(select t.id
                    from ticket t
                   where to_tsvector('simple', t.subject) @@ to_tsquery('simple', subject_words)
                   limit most + 1);
    ids := ids || hits;
    whole := cardinality(hits) <= most;
  end if;
  if whole and of_people is not null then
    hits := array(select t.id
                    from ticket t
                   where t.requester_id in (select p.id from person p where p.name ilike of_people
                                             union
                                            select c.person_id from contact_point c where c.address like lower(of_people))
                   limit most + 1);
    ids := ids || hits;
    whole := cardinality(hits) <= most;
  end if;
  if whole and in_files is not null then
    hits := array(select m.ticket_id
                    from attachment a
                    join message m on m.id = a.message_id
                   where a.name ilike in_files
                   limit most + 1);
    ids := ids || hits;
    whole := cardinality(hits) <= most;
  end if;
  ids := array(select distinct h from unnest(ids) h);
end $$;
