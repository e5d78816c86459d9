-- ${definitions}

-- The transaction's batch is remembered by a setting that ends with it; transaction ids would not survive a restore.
create or replace function versions.change_batch() returns bigint language plpgsql as $$
declare
    batch bigint := nullif(current_setting('childfile.change_batch', true), '')::bigint;
begin
    if batch is null then
        insert into versions.change_batch default values returning batch_id into batch;
        perform set_config('childfile.change_batch', batch::text, true);
    end if;
    return batch;
end $$;

create or replace function versions.place_batch() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform from versions.change_lock for update;
    if not found then
        raise exception 'versions.change_lock has lost its row; positions cannot be given one after the other';
    end if;
    update versions.change_batch
    set position = nextval('versions.change_position'),
        first_number = (select min(c.number) from versions.change c where c.batch_id = new.batch_id),
        last_number = (select max(c.number) from versions.change c where c.batch_id = new.batch_id)
    where batch_id = new.batch_id;
    return null;
end $$;
drop trigger if exists place_batch on versions.change_batch;
create constraint trigger place_batch after insert on versions.change_batch
    deferrable initially deferred for each row execute function versions.place_batch();

create or replace function versions.tell_versions() returns trigger language plpgsql as $$
begin
    if exists (select from fresh) then
        insert into versions.change (batch_id, kind, population, person_id, version)
        select batch, 'version', tg_argv[0], f.person_id, f.version
        from versions.change_batch() batch
        cross join (select person_id, version from fresh order by person_id, version) f;
    end if;
    return null;
end $$;
create or replace trigger tell_change after insert on versions.child_version
    referencing new table as fresh for each statement execute function versions.tell_versions('child');
create or replace trigger tell_change after insert on versions.volunteer_version
    referencing new table as fresh for each statement execute function versions.tell_versions('volunteer');

create or replace function versions.tell_identities() returns trigger language plpgsql as $$
begin
    if exists (select from fresh) then
        insert into versions.change (batch_id, kind, population, person_id, other_id)
        select batch, f.kind, case left(f.person_id, 1) when 'C' then 'child' else 'volunteer' end, f.person_id, f.other_id
        from versions.change_batch() batch
        cross join (select kind, person_id, other_id from fresh order by seq) f;
    end if;
    return null;
end $$;
create or replace trigger tell_change after insert on linkage.identity_change
    referencing new table as fresh for each statement execute function versions.tell_identities();

create or replace function versions.tell_erased(population text, person_id text) returns void language sql
begin atomic
    insert into versions.change (batch_id, kind, population, person_id)
    values (versions.change_batch(), 'erased', population, person_id);
end;
comment on function versions.tell_erased(text,text) is 'Tells those who follow the changes that a person''s file is no more.';

-- What is asked for few callers and few rows alone, outside of the views' plans. Whoever does not see every attribute is shown the
-- last version that says something new to him: later ones look the same to him, and that they are there would tell him that what
-- he does not see has changed.
create or replace function versions.told_child(person text, version integer, since date, see jsonb) returns versions.child_version
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
    select w.* from versions.child_version w
    where w.person_id = told_child.person and w.version < told_child.version and w.valid_from <= told_child.since
      and w.valid_to is null and rights.told(told_child.see, w.version, w.changed)
    order by w.version desc limit 1
$$;
comment on function versions.told_child(text,integer,date,jsonb) is 'The last version before one that says something new to who sees no more than this, of those that hold on the same days.';

create or replace function versions.told_volunteer(person text, version integer, since date, see jsonb) returns versions.volunteer_version
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
    select w.* from versions.volunteer_version w
    where w.person_id = told_volunteer.person and w.version < told_volunteer.version and w.valid_from <= told_volunteer.since
      and w.valid_to is null and rights.told(told_volunteer.see, w.version, w.changed)
    order by w.version desc limit 1
$$;
comment on function versions.told_volunteer(text,integer,date,jsonb) is 'The same of a volunteer.';
