-- Which open page saved the words last: when the answer to a saving never arrived, the browser's copy still knows that it
-- is the newer one, whatever the two clocks say.
alter table unsent add column writer text;
