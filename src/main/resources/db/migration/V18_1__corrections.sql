-- What the law gives the person: to have a file corrected, to be forgotten, to be told all that is held.
create schema subject;

create table subject.correction (
    correction_id bigint generated always as identity primary key,
    person_id text not null,
    attribute text not null,
    said bytea,
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
    check ((said is null) = (erased_at is not null))
);
create unique index correction_in_force on subject.correction (person_id, attribute)
    where settled_at is null and undone_at is null and erased_at is null;
comment on table subject.correction is 'What a person proved to be true of somebody, against the feeds. In force until the feeds say so themselves (settled) or it is undone. Kept for good, but for what was said when the person is forgotten.';
comment on column subject.correction.said is 'Sealed: the value and its proof.';

create function subject.keep_correction() returns trigger language plpgsql as $$
declare
    ends constant text[] := array['settled_at', 'settled_run', 'undone_at', 'undone_by', 'undo_reason'];
    erasure constant text[] := array['said', 'erased_at', 'undo_reason'];
begin
    if tg_op = 'UPDATE' and old.erased_at is null and (
        (new.erased_at is null and old.settled_at is null and old.undone_at is null
            and to_jsonb(new) - ends = to_jsonb(old) - ends)
        or (new.erased_at is null and new.said is not null and to_jsonb(new) - 'said' = to_jsonb(old) - 'said')
        or (new.erased_at is not null and to_jsonb(new) - erasure = to_jsonb(old) - erasure)) then
        return new;
    end if;
    raise exception 'a correction is never changed or deleted; it is settled or undone once, and erased with its person';
end $$;
create trigger keep_correction before update or delete on subject.correction
    for each row execute function subject.keep_correction();
