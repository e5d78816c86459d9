-- ${definitions}

-- A verdict about a forgotten record loses the record's key and its reasons, and is undone; that it was said remains.
create or replace function linkage.keep_verdict() returns trigger language plpgsql as $$
declare
    undoing constant text[] := array['undone_at', 'undone_by', 'undo_reason'];
    erasing constant text[] := undoing || array['key_a', 'key_b', 'reason'];
begin
    if tg_op = 'UPDATE' and old.undone_at is null and new.undone_at is not null
        and to_jsonb(new) - undoing = to_jsonb(old) - undoing then
        return new;
    end if;
    if tg_op = 'UPDATE' and new.undone_at is not null and new.reason = '' and new.undo_reason = 'forgotten'
        and (new.key_a like 'forgotten:%' or new.key_b like 'forgotten:%')
        and (new.key_a = old.key_a or new.key_a like 'forgotten:%')
        and (new.key_b = old.key_b or new.key_b like 'forgotten:%')
        and to_jsonb(new) - erasing = to_jsonb(old) - erasing then
        return new;
    end if;
    raise exception 'a verdict is never changed or deleted; it can be undone once';
end $$;
create or replace trigger keep_verdict before update or delete on linkage.verdict
    for each row execute function linkage.keep_verdict();

create or replace function linkage.worth(
    size_a bigint, size_b bigint, closeness double precision, on_roster boolean, in_difficulty boolean, under_six boolean)
returns double precision language sql immutable parallel safe
return round(((1 + log(2, (size_a * size_b)::numeric)) * (0.5 + closeness / 2)::numeric
    * (1 + 0.5 * on_roster::integer + 0.5 * in_difficulty::integer + 0.25 * under_six::integer)), 3)::double precision;
comment on function linkage.worth(bigint,bigint,double precision,boolean,boolean,boolean) is 'What deciding a pair is worth: (1 + log2(records of the one x records of the other)) x (0.5 + closeness / 2) x (1 + 0.5 if on the roster + 0.5 if in difficulty + 0.25 if under six).';

-- What the first night does to the blocks' index belongs to the owner; the running program, which is none, may ask for just
-- that.
create or replace function linkage.drop_block_key() returns void
language sql security definer set search_path = pg_catalog, pg_temp
as 'drop index linkage.block_key';
comment on function linkage.drop_block_key() is 'Drops the index that finds blocks, before all of them are written anew; linkage.make_block_key makes it again.';

create or replace function linkage.make_block_key() returns void
language sql security definer set search_path = pg_catalog, pg_temp
as 'create index block_key on linkage.block (key, record_id)';
comment on function linkage.make_block_key() is 'Makes the index that finds blocks, behind all of them.';

create or replace function linkage.drop_held_value_indexes() returns void
language sql security definer set search_path = pg_catalog, pg_temp
as 'drop index linkage.held_value_key, linkage.held_value_record';
comment on function linkage.drop_held_value_indexes() is 'Drops the indexes of held values, before all of them are written anew; linkage.make_held_value_indexes makes them again.';

create or replace function linkage.make_held_value_indexes() returns void
language sql security definer set search_path = pg_catalog, pg_temp
as 'create index held_value_key on linkage.held_value (key, record_id);
    create index held_value_record on linkage.held_value (record_id)';
comment on function linkage.make_held_value_indexes() is 'Makes the indexes of held values, behind all of them.';
