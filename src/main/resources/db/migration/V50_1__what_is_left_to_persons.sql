-- What the rules leave to a person, and why.
alter table linkage.edge add column bar text;
update linkage.edge set bar = 'different id numbers' where barred;
alter table linkage.edge drop column barred;
comment on column linkage.edge.bar is 'Why the rules do not join the two, whatever they weigh, and a person is asked; null where they may.';
