-- What changed, in the order in which it became visible: what other programs follow.
create table versions.change_batch (
    batch_id bigint generated always as identity primary key,
    position bigint unique,
    at timestamptz not null default now(),
    first_number bigint,
    last_number bigint
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
    update versions.change_batch
    set position = nextval('versions.change_position'),
        first_number = (select min(c.number) from versions.change c where c.batch_id = new.batch_id),
        last_number = (select max(c.number) from versions.change c where c.batch_id = new.batch_id)
    where batch_id = new.batch_id;
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

-- So that the views below see the whole of what was there before.
set constraints all immediate;

create view mart.change_batch as
select b.position, b.at, b.first_number, b.last_number
from versions.change_batch b
where b.position is not null;
comment on view mart.change_batch is '变更批次。The transactions that changed something, in the order in which they became visible: who follows mart.change goes from one to the next. It names nobody.';
comment on column mart.change_batch.position is 'Its place in the order; ascending, with gaps.';
comment on column mart.change_batch.at is 'When the transaction began.';
comment on column mart.change_batch.first_number is 'The number of its first change.';
comment on column mart.change_batch.last_number is 'The number of its last change.';

create view mart.change with (security_barrier) as
select b.position, c.number, b.at,
       case when c.kind = 'version' and not seen.now then 'left' else c.kind end as kind,
       c.population, c.person_id,
       case when seen.now then c.version end as version,
       c.other_id,
       case when seen.now then seen.changed end as changed
from versions.change_batch b
join versions.change c using (batch_id)
cross join lateral (
    select 'child' as population, coalesce(bool_or(v.version = c.version), false) as now,
           coalesce(bool_or(true), false) as ever,
           string_to_array((array_agg(array_to_string(v.changed, ',')) filter (where v.version = c.version))[1], ',') as changed
    from versions.child_version v
    where c.population = 'child' and v.person_id in (c.person_id, c.other_id)
      and (c.version is null or v.version in (c.version, c.version - 1))
    union all
    select 'volunteer', coalesce(bool_or(v.version = c.version), false), coalesce(bool_or(true), false),
           string_to_array((array_agg(array_to_string(v.changed, ',')) filter (where v.version = c.version))[1], ',')
    from versions.volunteer_version v
    where c.population = 'volunteer' and v.person_id in (c.person_id, c.other_id)
      and (c.version is null or v.version in (c.version, c.version - 1))
) seen
where b.position is not null and (seen.ever or c.kind = 'erased' and c.population = seen.population);
comment on view mart.change is '变更。What changed, in an order that is kept: to be read on from the last (position, number) that was worked up.';
comment on column mart.change.position is 'The place of its transaction in mart.change_batch.';
comment on column mart.change.number is 'Its place in the transaction.';
comment on column mart.change.at is 'When the transaction began.';
comment on column mart.change.kind is 'version (a version was written), left (one was written that the caller does not see, unlike the one before: it is another''s from now on), created, joined, split, moved, retired (as in mart.identity_change), erased (the file is no more).';
comment on column mart.change.population is 'child or volunteer.';
comment on column mart.change.person_id is 'Whose file.';
comment on column mart.change.version is 'Which version was written; null for what is no version.';
comment on column mart.change.other_id is 'The other person of a change of identity.';
comment on column mart.change.changed is 'The attributes in which the version differs from the one before; null for what is no version.';

create view mart.child_record with (security_barrier) as
select m.person_id as child_id, r.feed,
       case when o.see ? 'id_number' then r.source_key end as source_key,
       r.observed_at, r.withdrawn, m.decided_by, m.weight, m.since,
       (select coalesce(jsonb_object_agg(a.key, a.value), '{}') from json_each(r.attributes) a where o.see ? a.key) as attributes
from linkage.membership m
join mapping.source_record r on r.record_id = m.record_id and r.population = 'child'
join versions.child_version v on v.person_id = m.person_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where o.see <> '[]' and (r.feed <> 'political-legal' or o.see ? 'father_state');
comment on view mart.child_record is '儿童来源记录。The source records of each child, as they were mapped, with who decided that they are the child''s. Of each record the attributes that the caller may see.';
comment on column mart.child_record.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_record.feed is '数据源：the feed';
comment on column mart.child_record.source_key is '来源键：the key of the record in its feed; null where identifiers are not shown, as it may be one';
comment on column mart.child_record.observed_at is '观测时间：the record''s own stamp';
comment on column mart.child_record.withdrawn is '已撤回：the department withdrew it';
comment on column mart.child_record.decided_by is '判定依据：which rule or person decided that it is the child''s';
comment on column mart.child_record.weight is '证据权重：bits of evidence';
comment on column mart.child_record.since is '归属时间：since when';
comment on column mart.child_record.attributes is '属性：its attributes by name';

alter view mart.change_batch owner to childfile_views;
alter view mart.change owner to childfile_views;
alter view mart.child_record owner to childfile_views;
grant select on versions.change, versions.change_batch to childfile_views;
grant select on mart.change, mart.change_batch, mart.child_record to childfile_api, childfile_reader, childfile_writer;
grant select, insert, update on versions.change, versions.change_batch to childfile_writer;
grant usage on sequence versions.change_position to childfile_writer;
