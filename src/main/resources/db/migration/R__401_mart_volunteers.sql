-- ${definitions}

create view mart.volunteer_sealed with (security_barrier) as
select v.person_id as volunteer_id, case when rights.told(s.see, v.version, v.changed) then v.version
            else coalesce((versions.told_volunteer(v.person_id, v.version, v.valid_from, s.see)).version, v.version) end as version,
${volunteer.shown},
       case when s.see ? '*' then v.feeds
            when s.see <> '[]' then array(select f from unnest(v.feeds) f where s.see ? ('feed:' || f)) end as feeds,
       case when rights.told(s.see, v.version, v.changed) then v.valid_from
            else coalesce((versions.told_volunteer(v.person_id, v.version, v.valid_from, s.see)).valid_from, v.valid_from) end as valid_from,
       case when rights.told(s.see, v.version, v.changed) then v.recorded_at
            else coalesce((versions.told_volunteer(v.person_id, v.version, v.valid_from, s.see)).recorded_at, v.recorded_at) end as recorded_at,
       case when s.see ?| array[${volunteer.identifiers}]
           then case when rights.told(s.see, v.version, v.changed) then v.identifiers
            else (select case when n.version is null then v.identifiers else n.identifiers end
                  from versions.told_volunteer(v.person_id, v.version, v.valid_from, s.see) n) end end as identifiers
from versions.volunteer_version v
cross join rights.sight('volunteer') s
where v.superseded_at is null and v.valid_to is null and s.see <> '[]';
comment on view mart.volunteer_sealed is '爱心妈妈电子档案及其密文。mart.volunteer, together with what its masks hide, sealed: only the program''s doors hold the keys.';
comment on column mart.volunteer_sealed.volunteer_id is '爱心妈妈编号：V and a UUIDv7';
comment on column mart.volunteer_sealed.version is '版本号：number of the version, from 1 on; no order in time is meant; the last one that changed something the caller sees';
comment on column mart.volunteer_sealed.feeds is '数据源：the feeds that speak of the person, as far as they may be named';
comment on column mart.volunteer_sealed.valid_from is '生效日期：the first day on which this was true';
comment on column mart.volunteer_sealed.recorded_at is '记录时间：when this was recorded';
comment on column mart.volunteer_sealed.identifiers is '密文：sealed values that the masks hide; null where none of them is shown masked';

create view mart.volunteer with (security_barrier) as
select f.volunteer_id, f.version, ${volunteer.names}, f.feeds, f.valid_from, f.recorded_at
from mart.volunteer_sealed f;
comment on view mart.volunteer is '爱心妈妈电子档案：现状。Each e-archive entry as it stands: what holds now.';
comment on column mart.volunteer.volunteer_id is '爱心妈妈编号：V and a UUIDv7';
comment on column mart.volunteer.version is '版本号：number of the version, from 1 on; no order in time is meant; the last one that changed something the caller sees';
comment on column mart.volunteer.feeds is '数据源：the feeds that speak of the person, as far as they may be named';
comment on column mart.volunteer.valid_from is '生效日期：the first day on which this was true';
comment on column mart.volunteer.recorded_at is '记录时间：when this was recorded';

create view mart.volunteer_version with (security_barrier) as
select v.person_id as volunteer_id, v.version,
${volunteer.shown},
       case when s.see ? '*' then v.feeds
            when s.see <> '[]' then array(select f from unnest(v.feeds) f where s.see ? ('feed:' || f)) end as feeds,
       v.valid_from, v.valid_to, v.recorded_at,
       case when s.see ? '*' or v.superseded_at is null or not exists (
           select from versions.volunteer_version w where w.person_id = v.person_id and w.recorded_at >= v.superseded_at)
           then v.superseded_at end as superseded_at,
       case when s.see ? '*' then v.changed else array(select c from unnest(v.changed) c where s.see ? c) end as changed,
       case when s.see ? '*' then v.run_id end as run_id
from versions.volunteer_version v
cross join rights.sight('volunteer') s
where s.see <> '[]' and rights.told(s.see, v.version, v.changed);
comment on view mart.volunteer_version is '爱心妈妈电子档案：全部版本。Every version of an e-archive entry, with both times and what changed.';
comment on column mart.volunteer_version.volunteer_id is '爱心妈妈编号：V and a UUIDv7';
comment on column mart.volunteer_version.version is '版本号：number of the version, from 1 on; no order in time is meant';
comment on column mart.volunteer_version.feeds is '数据源：the feeds that speak of the person, as far as they may be named';
comment on column mart.volunteer_version.valid_from is '生效日期：the first day on which this was true';
comment on column mart.volunteer_version.valid_to is '失效日期：the day after the last one on which this was true; null: no end is known';
comment on column mart.volunteer_version.recorded_at is '记录时间：when this was recorded';
comment on column mart.volunteer_version.superseded_at is '被取代时间：when another version took its place; null: it stands; shown to who sees every attribute, and to others when the file has ended';
comment on column mart.volunteer_version.changed is '变更字段：the attributes of which something else was recorded for these days before, as far as they are shown';
comment on column mart.volunteer_version.run_id is '批次：the run that recorded it; for who sees every attribute';

create view mart.volunteer_value with (security_barrier) as
select v.person_id as volunteer_id, v.version, p.attribute,
       case jsonb_typeof(p.detail -> 0) when 'string' then p.detail ->> 0 else (p.detail -> 0)::text end as value,
       case when f.named then x.source ->> 0 end as feed,
       case when f.named and s.see ? 'id_number' then x.source ->> 1 end as source_key,
       case when f.named then (x.source ->> 2)::timestamptz end as observed_at,
       case when f.named then p.detail ->> 2 end as rule
from versions.volunteer_version v
cross join rights.sight('volunteer') s
cross join lateral jsonb_each(v.provenance -> 'values') p (attribute, detail)
cross join lateral (select v.provenance -> 'sources' -> (p.detail ->> 1)::integer as source) x
cross join lateral (select s.see ? '*' or s.see ? ('source:' || p.attribute) as named) f
where case when s.see ? p.attribute then rights.told(s.see, v.version, v.changed) end;
comment on view mart.volunteer_value is '爱心妈妈字段值及来源。Every value of every version of an e-archive entry, with its source.';
comment on column mart.volunteer_value.volunteer_id is '爱心妈妈编号：V and a UUIDv7';
comment on column mart.volunteer_value.version is '版本号：number of the version, from 1 on; no order in time is meant';
comment on column mart.volunteer_value.attribute is '字段：name of the attribute, as in mart.child or beside it';
comment on column mart.volunteer_value.value is '值：the value as text; lists and parts of addresses as JSON';
comment on column mart.volunteer_value.feed is '数据源：the feed that gives the value; here and beside it null where a feed that can give the attribute may not be named';
comment on column mart.volunteer_value.source_key is '源记录键：key of the source record in its feed; shown where identifiers are';
comment on column mart.volunteer_value.observed_at is '更新时间：update stamp of the source record';
comment on column mart.volunteer_value.rule is '择优规则：what decided for the value: only, a criterion, group or union';

create view mart.volunteer_identifiers with (security_barrier) as
select v.person_id as volunteer_id, v.version, i.attributes, v.identifiers
from versions.volunteer_version v
cross join rights.sight('volunteer') s
cross join lateral (
    select array_agg(a.attribute order by a.attribute) as attributes from rights.attribute a
    where a.population = 'volunteer' and a.class = 'identifier' and s.see ? a.attribute) i
where i.attributes is not null and v.identifiers is not null and rights.told(s.see, v.version, v.changed);
comment on view mart.volunteer_identifiers is '志愿者密封标识。What the masks of a version hide, sealed: only the program''s doors hold the keys.';
comment on column mart.volunteer_identifiers.volunteer_id is '志愿者编号：V and a UUIDv7';
comment on column mart.volunteer_identifiers.version is '版本号：number of the version';
comment on column mart.volunteer_identifiers.attributes is '可见字段：the attributes in it that the caller may see';
comment on column mart.volunteer_identifiers.identifiers is '密文：sealed values of class identifier';

create view mart.volunteer_doubt with (security_barrier) as
select d.volunteer_id, d.attribute, d.reason, d.value, d.feed, d.source_key
from versions.volunteer_version v
cross join rights.sight('volunteer') s
cross join lateral (
    select v.person_id as volunteer_id, each.key as attribute, each.value as reason, r.attributes ->> each.key as value, r.feed,
           case when s.see ? 'id_number' then r.source_key end as source_key
    from linkage.membership m
    join mapping.source_record r on r.record_id = m.record_id and not r.withdrawn and r.doubts is not null
    cross join lateral json_each_text(r.doubts) each
    where m.person_id = v.person_id and case when s.see ? '*' or s.see ? ('feed:' || r.feed) then true end
    union all
    select v.person_id, 'id_number', 'HELD_BY_ANOTHER', v.id_number, null, null
    where v.id_number_index is not null and rights.number_shared('volunteer', v.person_id, v.id_number_index)
) d
where v.superseded_at is null and v.valid_to is null and case when s.see ? d.attribute then true end;
comment on view mart.volunteer_doubt is '志愿者存疑的值。What the records of a volunteer say that is in doubt, and why.';
comment on column mart.volunteer_doubt.volunteer_id is '志愿者编号：V and a UUIDv7';
comment on column mart.volunteer_doubt.attribute is '属性：the attribute';
comment on column mart.volunteer_doubt.reason is '原因代码：why it is in doubt, as in mart.child_doubt';
comment on column mart.volunteer_doubt.value is '值：what stands there; null where it is sealed, or no value';
comment on column mart.volunteer_doubt.feed is '数据源：the feed that says so';
comment on column mart.volunteer_doubt.source_key is '来源键：the key of the record in its feed; null where identifiers are not shown';

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
comment on view mart.volunteer_earlier_source is '志愿者字段值的原来源。Where values of versions were from until the same value came from another record or with another stamp.';
comment on column mart.volunteer_earlier_source.volunteer_id is '志愿者编号：V and a UUIDv7';
comment on column mart.volunteer_earlier_source.version is '版本号：number of the version, as in mart.volunteer_value';
comment on column mart.volunteer_earlier_source.attribute is '字段：name of the attribute';
comment on column mart.volunteer_earlier_source.feed is '数据源：the feed that gave the value until then';
comment on column mart.volunteer_earlier_source.source_key is '源记录键：key of the source record in its feed; shown where identifiers are';
comment on column mart.volunteer_earlier_source.observed_at is '更新时间：update stamp of the source record then';
comment on column mart.volunteer_earlier_source.rule is '择优规则：what decided for the value then';
comment on column mart.volunteer_earlier_source.superseded_at is '更替时间：until when this was believed';

do $$
declare
    told text;
    word record;
begin
    foreach told in array array['mart.volunteer_sealed', 'mart.volunteer', 'mart.volunteer_version'] loop
        for word in select w.name, w.meaning from (values ${volunteer.words}) w (name, meaning) loop
            execute format('comment on column %s.%I is %L', told, word.name, word.meaning);
        end loop;
    end loop;
end $$;
