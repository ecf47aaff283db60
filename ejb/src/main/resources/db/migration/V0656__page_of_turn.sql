-- Which page of theirs has somebody's turn: what an older page says on leaving is not heard.
alter table desk_turn add column page text;
