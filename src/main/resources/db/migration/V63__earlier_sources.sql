-- A version that stands while its values come to rest on other records keeps where they were from before.
create table versions.earlier_sources (
    person_id text not null,
    version integer not null,
    superseded_at timestamptz not null,
    sources jsonb not null,
    primary key (person_id, version, superseded_at)
);
call rights.keep('versions.earlier_sources');
create policy published on versions.earlier_sources for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from versions.child_version v where v.person_id = earlier_sources.person_id)
    or exists (select from versions.volunteer_version v where v.person_id = earlier_sources.person_id));
comment on table versions.earlier_sources is 'Where values of a version were from until other records came to say the same: a row a night in which that changed.';
comment on column versions.earlier_sources.sources is 'For each attribute whose source changed [feed, key, stamp, rule] as they were until superseded_at.';

create view mart.child_earlier_source with (security_barrier) as
select v.person_id as child_id, v.version, p.attribute, p.source ->> 0 as feed,
       case when o.see ? 'id_number' then p.source ->> 1 end as source_key,
       (p.source ->> 2)::timestamptz as observed_at, p.source ->> 3 as rule, e.superseded_at
from versions.child_version v
join versions.earlier_sources e using (person_id, version)
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
cross join lateral jsonb_each(e.sources) p (attribute, source)
where case when o.see ? p.attribute and (o.see ? '*' or o.see ? ('source:' || p.attribute))
           then rights.told(o.see, v.version, v.changed) end;
call rights.publish('mart.child_earlier_source');
comment on view mart.child_earlier_source is '儿童字段值的原来源。Where values of versions were from until the same value came from another record or with another stamp.';
comment on column mart.child_earlier_source.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_earlier_source.version is '版本号：number of the version, as in mart.child_value';
comment on column mart.child_earlier_source.attribute is '字段：name of the attribute';
comment on column mart.child_earlier_source.feed is '数据源：the feed that gave the value until then';
comment on column mart.child_earlier_source.source_key is '源记录键：key of the source record in its feed; shown where identifiers are';
comment on column mart.child_earlier_source.observed_at is '更新时间：update stamp of the source record then';
comment on column mart.child_earlier_source.rule is '择优规则：what decided for the value then';
comment on column mart.child_earlier_source.superseded_at is '更替时间：until when this was believed';

create view mart.volunteer_earlier_source with (security_barrier) as
select v.person_id as volunteer_id, v.version, p.attribute, p.source ->> 0 as feed,
       case when s.see ? 'id_number' then p.source ->> 1 end as source_key,
       (p.source ->> 2)::timestamptz as observed_at, p.source ->> 3 as rule, e.superseded_at
from versions.volunteer_version v
join versions.earlier_sources e using (person_id, version)
cross join rights.sight('volunteer') s
cross join lateral jsonb_each(e.sources) p (attribute, source)
where case when s.see ? p.attribute and (s.see ? '*' or s.see ? ('source:' || p.attribute))
           then rights.told(s.see, v.version, v.changed) end;
call rights.publish('mart.volunteer_earlier_source');
comment on view mart.volunteer_earlier_source is '志愿者字段值的原来源。Where values of versions were from until the same value came from another record or with another stamp.';
comment on column mart.volunteer_earlier_source.volunteer_id is '志愿者编号：V and a UUIDv7';
comment on column mart.volunteer_earlier_source.version is '版本号：number of the version, as in mart.volunteer_value';
comment on column mart.volunteer_earlier_source.attribute is '字段：name of the attribute';
comment on column mart.volunteer_earlier_source.feed is '数据源：the feed that gave the value until then';
comment on column mart.volunteer_earlier_source.source_key is '源记录键：key of the source record in its feed; shown where identifiers are';
comment on column mart.volunteer_earlier_source.observed_at is '更新时间：update stamp of the source record then';
comment on column mart.volunteer_earlier_source.rule is '择优规则：what decided for the value then';
comment on column mart.volunteer_earlier_source.superseded_at is '更替时间：until when this was believed';

create function mart.child_value_as_of(valid date, recorded timestamptz) returns setof mart.child_value
language sql stable
begin atomic
    select v.child_id, v.version, v.attribute, v.value,
           case when e.child_id is null then v.feed else e.feed end,
           case when e.child_id is null then v.source_key else e.source_key end,
           case when e.child_id is null then v.observed_at else e.observed_at end,
           case when e.child_id is null then v.rule else e.rule end
    from mart.child_as_of(valid, recorded) a
    join mart.child_value v on v.child_id = a.child_id and v.version = a.version
    left join lateral (
        select x.* from mart.child_earlier_source x
        where x.child_id = v.child_id and x.version = v.version and x.attribute = v.attribute and x.superseded_at > recorded
        order by x.superseded_at limit 1) e on true;
end;
comment on function mart.child_value_as_of(date, timestamptz) is '儿童字段值及来源：某日、某时点。Every value of each digital file as it was true on a day, with the source that was believed at a moment.';

create function mart.volunteer_value_as_of(valid date, recorded timestamptz) returns setof mart.volunteer_value
language sql stable
begin atomic
    select v.volunteer_id, v.version, v.attribute, v.value,
           case when e.volunteer_id is null then v.feed else e.feed end,
           case when e.volunteer_id is null then v.source_key else e.source_key end,
           case when e.volunteer_id is null then v.observed_at else e.observed_at end,
           case when e.volunteer_id is null then v.rule else e.rule end
    from mart.volunteer_as_of(valid, recorded) a
    join mart.volunteer_value v on v.volunteer_id = a.volunteer_id and v.version = a.version
    left join lateral (
        select x.* from mart.volunteer_earlier_source x
        where x.volunteer_id = v.volunteer_id and x.version = v.version and x.attribute = v.attribute
          and x.superseded_at > recorded
        order by x.superseded_at limit 1) e on true;
end;
comment on function mart.volunteer_value_as_of(date, timestamptz) is '志愿者字段值及来源：某日、某时点。Every value of each e-archive entry as it was true on a day, with the source that was believed at a moment.';
call rights.callable('mart.child_value_as_of(date,timestamptz)');
call rights.callable('mart.volunteer_value_as_of(date,timestamptz)');
alter function mart.child_value_as_of(date, timestamptz) owner to childfile_views;
alter function mart.volunteer_value_as_of(date, timestamptz) owner to childfile_views;
