-- What is looked for is found however it is written: with or without accents, in another form of the word, in a file.

-- A text as it is compared: small letters without accents, Persian letters and digits in one form, no signs that are not
-- seen. Whole rows are made anew by this when it changes, so it must not.
create function folded(text) returns text
  language sql immutable strict parallel safe
as $$
  select pg_catalog.translate(
    pg_catalog.lower(public.unaccent('public.unaccent'::pg_catalog.regdictionary, normalize($1, NFKC))),
    U&'\064A\0649\0643\0629\06C0\0623\0625\0622\0671\0624\0626\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669\06F0\06F1\06F2\06F3\06F4\06F5\06F6\06F7\06F8\06F9\060C\061B\061F\0640\0621\200B\200C\200D\200E\200F\00AD\064B\064C\064D\064E\064F\0650\0651\0652\0653\0654\0655\0670',
    U&'\06CC\06CC\06A9\0647\0647\0627\0627\0627\0627\0648\06CC01234567890123456789   ')
$$;

-- The same for showing where a word stands.
create text search configuration folded (copy = pg_catalog.simple);
alter text search configuration folded alter mapping for hword, hword_part, word with public.unaccent, simple;

alter table message drop column search;
alter table message add column search tsvector generated always as
  (to_tsvector('simple', folded(left(coalesce(subject, '') || ' ' || body_text, 200000)))) stored;
create index message_search on message using gin (search);
drop index ticket_subject_trgm;

-- Kept, for lists that walk from ticket to ticket compare a thousand of them.
alter table ticket
  add column subject_folded text generated always as (folded(subject)) stored,
  add column subject_words tsvector generated always as (to_tsvector('simple', folded(subject))) stored;
drop index ticket_subject_words;
create index ticket_subject_words on ticket using gin (subject_words);
create index ticket_subject_folded on ticket using gin (subject_folded public.gin_trgm_ops);
drop index person_name_trgm;
create index person_name_folded on person using gin (folded(name) public.gin_trgm_ops);

-- Words of attached files, read in the background; of a file that cannot be read only those of its name.
create table attachment_words (
  attachment_id bigint primary key references attachment on delete cascade,
  search        tsvector not null
);
create index attachment_words_search on attachment_words using gin (search);
alter table attachment add column words_tries smallint not null default 0;
create index attachment_without_words on attachment (words_tries, id) where words_tries < 3;

-- Each word that was written, with what it comes down to in each language: other forms of a word are found by it, and what
-- was mistyped is recognised. Only whole words of letters; nothing tells where they stood.
create table search_word (
  word   text primary key,
  folded text collate "C" not null,
  stems  text[] not null,
  seen   bigint not null
);
create index search_word_folded on search_word (folded);
create index search_word_alike on search_word using gin (folded public.gin_trgm_ops);
create index search_word_stems on search_word using gin (stems);

-- How far messages have been read for their words; one row.
create table search_word_progress (
  last_message bigint not null
);
insert into search_word_progress values (0);

-- What a word comes down to. Each language says so for itself: "printers" and "printer" are the same in English only.
-- PostgreSQL before 18 has no Estonian.
create function stems_of(word text) returns text[]
  language sql stable strict
as $$
  select case
    when word ~ U&'[\0600-\06FF]' then
      array['fa:' || regexp_replace(folded(word),
        U&'(?<=...)(\0647\0627(\06CC)?(\06CC|\0645\0627\0646|\062A\0627\0646|\0634\0627\0646|\0645|\062A|\0634)?|\06CC\06CC|\06CC)$', '')]
    else
      coalesce((select array_agg(distinct left(d.dictname, 2) || ':' || folded(s))
                  from pg_catalog.pg_ts_dict d
                 cross join lateral unnest(pg_catalog.ts_lexize(d.oid::pg_catalog.regdictionary,
                                           translate(lower(normalize(word, NFC)), U&'\0451', U&'\0435'))) s
                 where length(s) > 2
                   and d.dictnamespace = 'pg_catalog'::regnamespace
                   and d.dictname = any(case when word ~ U&'[\0400-\04FF]' then array['russian_stem']
                         else array['english_stem', 'estonian_stem', 'romanian_stem', 'hungarian_stem'] end)), '{}')
  end
$$;

-- The other words that are the same word, the most used first: those with a stem in common, those that are a stem of it,
-- and those that it is a stem of, since stemmers do not always come down to the same from the plainest form.
create function forms_of(typed text, most int) returns text[]
  language sql stable strict
as $$
  with own as (
    select s as stem from unnest(stems_of(typed)) s
     union
    select s from search_word w, unnest(w.stems) s where w.folded = folded(typed)),
  found as (
    select w.folded, w.seen
      from search_word w
     where w.stems && array(select stem from own union select left(stem, 3) || folded(typed) from own)
     union all
    select w.folded, w.seen
      from search_word w
     where w.folded = any(array(select substr(stem, 4) from own))),
  forms as (
    select f.folded, max(f.seen) as seen from found f group by f.folded order by max(f.seen) desc, f.folded limit most)
  select coalesce(array_agg(f.folded order by f.seen desc, f.folded), '{}') from forms f
$$;

-- Words that look like one that nobody wrote, or are one of some others, the most alike first.
create function words_alike(typed text, others text[], most int, out folded text, out seen bigint)
  returns setof record
  language sql stable strict
  set pg_trgm.similarity_threshold = 0.2
as $$
  select w.folded, sum(w.seen)::bigint
    from search_word w
   where w.folded = any(others) or w.folded operator(public.%) typed
   group by w.folded
   order by public.similarity(w.folded, typed) desc, w.folded
   limit most
$$;

-- Notes the words of texts. Signs that some databases take for letters are none.
create function note_words(texts text[]) returns void
  language sql volatile strict
as $$
  with words as materialized (
    select l.lexeme as word, count(*) as seen
      from unnest(texts) t
     cross join lateral unnest(to_tsvector('simple',
       translate(lower(normalize(left(t, 200000), NFC)),
         U&'\00A0\00AB\00BB\2018\2019\201A\201C\201D\201E\2026\2013\2014\2039\203A\2022\00B7\2116\060C\061B\061F',
         '                    '))) l
     where l.lexeme !~ '[0-9@./_:\\-]' and length(l.lexeme) between 3 and 40
     group by l.lexeme),
  known as (
    update search_word w set seen = w.seen + n.seen from words n where w.word = n.word)
  insert into search_word (word, folded, stems, seen)
  select n.word, folded(n.word), stems_of(n.word), n.seen
    from words n
   where not exists (select 1 from search_word w where w.word = n.word)
   order by n.word
      on conflict (word) do nothing
$$;

-- Which tickets a text hits, as before (V0640); words also in files, and always in subjects.
drop function search_hits;
create function search_hits(of_number text, in_subject text, subject_words text, in_messages text, visible text,
                            of_people text, in_files text, file_words text, most int, too_many int,
                            out ids bigint[], out whole boolean)
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
    hits := array(select t.id from ticket t where t.subject_folded like folded(in_subject) limit most + 1);
    ids := ids || hits;
    whole := cardinality(hits) <= most;
  end if;
  if whole and subject_words is not null then
    hits := array(select t.id
                    from ticket t
                   where t.subject_words @@ to_tsquery('simple', search_hits.subject_words)
                   limit most + 1);
    ids := ids || hits;
    whole := cardinality(hits) <= most;
  end if;
  if whole and of_people is not null then
    hits := array(select t.id
                    from ticket t
                   where t.requester_id in (select p.id from person p where folded(p.name) like folded(of_people)
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
  if whole and file_words is not null then
    hits := array(select m.ticket_id
                    from attachment_words w
                    join attachment a on a.id = w.attachment_id
                    join message m on m.id = a.message_id
                   where w.search @@ to_tsquery('simple', file_words)
                   limit most + 1);
    ids := ids || hits;
    whole := cardinality(hits) <= most;
  end if;
  ids := array(select distinct h from unnest(ids) h);
end $$;
