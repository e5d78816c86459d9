-- Rules are applied again only to a child of whom something else is known, or on a day on which an age or a term runs out.
create table digitalfile.assessed (
    child_id text primary key,
    inputs text not null,
    since date not null,
    until date
);
call rights.keep('digitalfile.assessed');
-- Of whom rules said something before, its end must be seen, too.
insert into digitalfile.assessed (child_id, inputs, since)
select child_id, '', since from digitalfile.risk where superseded_at is null;
comment on table digitalfile.assessed is 'To what the rules were last applied, a row a child.';
comment on column digitalfile.assessed.inputs is 'Digest of all that rules ask for: the file and its sources, records that feeds took back, care, findings, and the rules in force; empty where the child could not be worked on.';
comment on column digitalfile.assessed.since is 'The day as of which the rules were applied.';
comment on column digitalfile.assessed.until is 'The first day on which an age or a term may make rules say something else of the same inputs; null never.';
