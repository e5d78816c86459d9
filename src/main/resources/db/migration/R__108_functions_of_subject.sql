-- ${definitions}

create or replace function subject.keep_correction() returns trigger language plpgsql as $$
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
create or replace trigger keep_correction before update or delete on subject.correction
    for each row execute function subject.keep_correction();

create or replace function subject.keep_erasure() returns trigger language plpgsql as $$
begin
    raise exception 'that somebody was forgotten is itself not forgotten: % of %.% is refused', lower(tg_op), tg_table_schema, tg_table_name;
end $$;
create or replace trigger keep_erasure before update or delete or truncate on subject.erasure
    for each statement execute function subject.keep_erasure();
create or replace trigger keep_tombstone before update or delete or truncate on subject.tombstone
    for each statement execute function subject.keep_erasure();
