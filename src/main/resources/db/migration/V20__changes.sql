-- What changed, in the order in which it became visible: what other programs follow.
create table versions.change_batch (
    batch_id bigint generated always as identity primary key,
    position bigint unique,
    at timestamptz not null default now()
);
comment on table versions.change_batch is 'The changes of one transaction. Its position is given at commit, under a lock that is held until the commit is done: who has read up to a position has read everything before it, however long a transaction took.';

create sequence versions.change_position;

create table versions.change (
    batch_id bigint not null,
    number bigint generated always as identity,
    kind text not null check (kind in ('version', 'created', 'joined', 'split', 'moved', 'retired', 'erased')),
    population text not null,
    person_id text not null,
    version integer,
    other_id text,
    primary key (batch_id, number)
);
comment on table versions.change is 'One change: a version that was written, or what happened to a person''s id. Without foreign keys: it outlives what it tells of.';

-- The transaction's batch is remembered by a setting that ends with it; transaction ids would not survive a restore.
create function versions.change_batch() returns bigint language plpgsql as $$
declare
    batch bigint := nullif(current_setting('childfile.change_batch', true), '')::bigint;
begin
    if batch is null then
        insert into versions.change_batch default values returning batch_id into batch;
        perform set_config('childfile.change_batch', batch::text, true);
    end if;
    return batch;
end $$;

create function versions.place_batch() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('versions.change_position', 0));
    update versions.change_batch set position = nextval('versions.change_position') where batch_id = new.batch_id;
    return null;
end $$;
create constraint trigger place_batch after insert on versions.change_batch
    deferrable initially deferred for each row execute function versions.place_batch();

create function versions.tell_versions() returns trigger language plpgsql as $$
begin
    if exists (select from fresh) then
        insert into versions.change (batch_id, kind, population, person_id, version)
        select batch, 'version', tg_argv[0], f.person_id, f.version
        from versions.change_batch() batch
        cross join (select person_id, version from fresh order by person_id, version) f;
    end if;
    return null;
end $$;
create trigger tell_change after insert on versions.child_version
    referencing new table as fresh for each statement execute function versions.tell_versions('child');
create trigger tell_change after insert on versions.volunteer_version
    referencing new table as fresh for each statement execute function versions.tell_versions('volunteer');

create function versions.tell_identities() returns trigger language plpgsql as $$
begin
    if exists (select from fresh) then
        insert into versions.change (batch_id, kind, population, person_id, other_id)
        select batch, f.kind, case left(f.person_id, 1) when 'C' then 'child' else 'volunteer' end, f.person_id, f.other_id
        from versions.change_batch() batch
        cross join (select kind, person_id, other_id from fresh order by seq) f;
    end if;
    return null;
end $$;
create trigger tell_change after insert on linkage.identity_change
    referencing new table as fresh for each statement execute function versions.tell_identities();

create function versions.tell_erased(population text, person_id text) returns void language sql
begin atomic
    insert into versions.change (batch_id, kind, population, person_id)
    values (versions.change_batch(), 'erased', population, person_id);
end;
comment on function versions.tell_erased is 'Tells those who follow the changes that a person''s file is no more.';

-- What there is before anybody follows.
insert into versions.change (batch_id, kind, population, person_id, version, other_id)
select versions.change_batch(), w.kind, w.population, w.person_id, w.version, w.other_id
from (
    select at, 1 as rank, seq, kind, case left(person_id, 1) when 'C' then 'child' else 'volunteer' end as population,
           person_id, null::integer as version, other_id
    from linkage.identity_change
    union all
    select recorded_at, 2, 0, 'version', 'child', person_id, version, null from versions.child_version
    union all
    select recorded_at, 2, 0, 'version', 'volunteer', person_id, version, null from versions.volunteer_version
) w
where exists (select from linkage.identity_change) or exists (select from versions.child_version)
order by w.at, w.rank, w.seq, w.person_id, w.version;
