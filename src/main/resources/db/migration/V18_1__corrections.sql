-- What the law gives the person: to have a file corrected, to be forgotten, to be told all that is held.
create schema subject;

create table subject.correction (
    correction_id bigint generated always as identity primary key,
    person_id text not null,
    attribute text not null,
    value jsonb,
    proof text,
    since date,
    actor text not null,
    at timestamptz not null,
    settled_at timestamptz,
    settled_run text,
    undone_at timestamptz,
    undone_by text,
    undo_reason text,
    erased_at timestamptz,
    check (settled_at is null or undone_at is null),
    check ((value is null) = (erased_at is not null) and (proof is null) = (erased_at is not null))
);
create unique index correction_in_force on subject.correction (person_id, attribute)
    where settled_at is null and undone_at is null and erased_at is null;
comment on table subject.correction is 'What a person proved to be true of somebody, against the feeds. In force until the feeds say so themselves (settled) or it is undone. Kept for good, but for its value and proof when the person is forgotten.';

create function subject.keep_correction() returns trigger language plpgsql as $$
declare
    ends constant text[] := array['settled_at', 'settled_run', 'undone_at', 'undone_by', 'undo_reason'];
    erasure constant text[] := array['value', 'proof', 'erased_at', 'undo_reason'];
begin
    if tg_op = 'UPDATE' and old.erased_at is null and (
        (new.erased_at is null and old.settled_at is null and old.undone_at is null
            and to_jsonb(new) - ends = to_jsonb(old) - ends)
        or (new.erased_at is not null and to_jsonb(new) - erasure = to_jsonb(old) - erasure)) then
        return new;
    end if;
    raise exception 'a correction is never changed or deleted; it is settled or undone once, and erased with its person';
end $$;
create trigger keep_correction before update or delete on subject.correction
    for each row execute function subject.keep_correction();

create view ops.correction as
select c.correction_id, mart.current_id(c.person_id) as person_id, c.person_id as said_of, c.attribute,
       case when c.erased_at is not null then 'erased' when c.undone_at is not null then 'undone'
            when c.settled_at is not null then 'settled' else 'in force' end as state,
       c.since, c.actor, c.at, c.settled_at, c.settled_run, c.undone_at, c.undone_by
from subject.correction c;
comment on view ops.correction is 'The corrections of files: of whom, which attribute, by whom, and whether it is in force, settled (the feeds say so themselves), undone, or erased with its person. Values stand in mart.child_value, with the feed corrections.';
