-- A verdict that is said or undone while a run decides anew is decided anew by the next run, too: the run takes away the mark
-- that it read, and no later one.
alter table linkage.reopened add column mark bigint generated always as identity;
comment on column linkage.reopened.mark is 'Another each time that the verdict is said or undone.';
