-- ${definitions}

create view mart.child_sealed with (security_barrier) as
select v.person_id as child_id, case when rights.told(o.see, v.version, v.changed) then v.version
            else coalesce((versions.told_child(v.person_id, v.version, v.valid_from, o.see)).version, v.version) end as version,
${child.shown},
       case when o.see ? 'kinds' then (
           select case when o.see ? '*' then r.grade else digitalfile.told_grade(r.child_id, o.see) end
           from digitalfile.risk r where r.child_id = v.person_id and r.superseded_at is null) end as risk,
${child.shown.more},
       case when o.see ? '*' then v.feeds
            when o.see <> '[]' then array(select f from unnest(v.feeds) f where o.see ? ('feed:' || f)) end as feeds,
       case when rights.told(o.see, v.version, v.changed) then v.valid_from
            else coalesce((versions.told_child(v.person_id, v.version, v.valid_from, o.see)).valid_from, v.valid_from) end as valid_from,
       case when rights.told(o.see, v.version, v.changed) then v.recorded_at
            else coalesce((versions.told_child(v.person_id, v.version, v.valid_from, o.see)).recorded_at, v.recorded_at) end as recorded_at,
       case when o.see ?| array[${child.identifiers}]
           then case when rights.told(o.see, v.version, v.changed) then v.identifiers
            else (select case when n.version is null then v.identifiers else n.identifiers end
                  from versions.told_child(v.person_id, v.version, v.valid_from, o.see) n) end end as identifiers
from versions.child_version v
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where v.superseded_at is null and v.valid_to is null and (o.see <> '[]' or s.mask_name);
comment on view mart.child_sealed is '儿童数字档案及其密文。mart.child, together with what its masks hide, sealed: only the program''s doors hold the keys.';
comment on column mart.child_sealed.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_sealed.version is '版本号：number of the version, from 1 on; no order in time is meant; the last one that changed something the caller sees';
comment on column mart.child_sealed.risk is '风险等级：green, yellow or red, by the rules that the caller may be told of; shown where kinds of difficulty are';
comment on column mart.child_sealed.feeds is '数据源：the feeds that speak of the person, as far as they may be named';
comment on column mart.child_sealed.valid_from is '生效日期：the first day on which this was true';
comment on column mart.child_sealed.recorded_at is '记录时间：when this was recorded';
comment on column mart.child_sealed.identifiers is '密文：sealed values that the masks hide; null where none of them is shown masked';

create view mart.child with (security_barrier) as
select f.child_id, f.version, ${child.names}, f.risk, ${child.names.more}, f.feeds, f.valid_from, f.recorded_at
from mart.child_sealed f;
comment on view mart.child is '儿童数字档案：现状。Each digital file as it stands: what holds now.';
comment on column mart.child.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child.version is '版本号：number of the version, from 1 on; no order in time is meant; the last one that changed something the caller sees';
comment on column mart.child.risk is '风险等级：green, yellow or red, by the rules that the caller may be told of; shown where kinds of difficulty are';
comment on column mart.child.feeds is '数据源：the feeds that speak of the person, as far as they may be named';
comment on column mart.child.valid_from is '生效日期：the first day on which this was true';
comment on column mart.child.recorded_at is '记录时间：when this was recorded';

create view mart.child_version with (security_barrier) as
select v.person_id as child_id, v.version,
${child.shown},
       null::text as risk,
${child.shown.more},
       case when o.see ? '*' then v.feeds
            when o.see <> '[]' then array(select f from unnest(v.feeds) f where o.see ? ('feed:' || f)) end as feeds,
       v.valid_from, v.valid_to, v.recorded_at,
       case when o.see ? '*' or v.superseded_at is null or not exists (
           select from versions.child_version w where w.person_id = v.person_id and w.recorded_at >= v.superseded_at)
           then v.superseded_at end as superseded_at,
       case when o.see ? '*' then v.changed else array(select c from unnest(v.changed) c where o.see ? c) end as changed,
       case when o.see ? '*' then v.run_id end as run_id
from versions.child_version v
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (o.see <> '[]' or s.mask_name) and rights.told(o.see, v.version, v.changed);
comment on view mart.child_version is '儿童数字档案：全部版本。Every version of a digital file: on which days it was true (valid_from, valid_to), from when to when it was recorded (recorded_at, superseded_at), and what changed. For one child no two versions overlap in both. Who does not see every attribute is shown those versions alone that changed something he sees.';
comment on column mart.child_version.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_version.version is '版本号：number of the version, from 1 on; no order in time is meant';
comment on column mart.child_version.risk is '风险等级：null: a grade belongs to a night, not to a version; mart.risk_change tells how it changed';
comment on column mart.child_version.feeds is '数据源：the feeds that speak of the person, as far as they may be named';
comment on column mart.child_version.valid_from is '生效日期：the first day on which this was true';
comment on column mart.child_version.valid_to is '失效日期：the day after the last one on which this was true; null: no end is known';
comment on column mart.child_version.recorded_at is '记录时间：when this was recorded';
comment on column mart.child_version.superseded_at is '被取代时间：when another version took its place; null: it stands; shown to who sees every attribute, and to others when the file has ended';
comment on column mart.child_version.changed is '变更字段：the attributes of which something else was recorded for these days before, as far as they are shown';
comment on column mart.child_version.run_id is '批次：the run that recorded it; for who sees every attribute';

create view mart.child_value with (security_barrier) as
select v.person_id as child_id, v.version, p.attribute,
       case jsonb_typeof(p.detail -> 0) when 'string' then p.detail ->> 0 else (p.detail -> 0)::text end as value,
       case when f.named then x.source ->> 0 end as feed,
       case when f.named and o.see ? 'id_number' then x.source ->> 1 end as source_key,
       case when f.named then (x.source ->> 2)::timestamptz end as observed_at,
       case when f.named then p.detail ->> 2 end as rule
from versions.child_version v
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
cross join lateral jsonb_each(v.provenance -> 'values') p (attribute, detail)
cross join lateral (select v.provenance -> 'sources' -> (p.detail ->> 1)::integer as source) x
cross join lateral (select o.see ? '*' or o.see ? ('source:' || p.attribute) as named) f
where case when o.see ? p.attribute then rights.told(o.see, v.version, v.changed) end;
comment on view mart.child_value is '儿童字段值及来源。Every value of every version of a digital file: from which record of which feed, of when, and by which rule.';
comment on column mart.child_value.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_value.version is '版本号：number of the version, from 1 on; no order in time is meant';
comment on column mart.child_value.attribute is '字段：name of the attribute, as in mart.child or beside it';
comment on column mart.child_value.value is '值：the value as text; lists and parts of addresses as JSON';
comment on column mart.child_value.feed is '数据源：the feed that gives the value; here and beside it null where a feed that can give the attribute may not be named';
comment on column mart.child_value.source_key is '源记录键：key of the source record in its feed; shown where identifiers are';
comment on column mart.child_value.observed_at is '更新时间：update stamp of the source record';
comment on column mart.child_value.rule is '择优规则：what decided for the value: only, a criterion, group or union';

create view mart.child_conflict with (security_barrier) as
select v.person_id as child_id, c ->> 'attribute' as attribute,
       case jsonb_typeof(c -> 'chosen') when 'string' then c ->> 'chosen' else (c -> 'chosen')::text end as chosen,
       c ->> 'feed' as feed,
       case when o.see ? 'id_number' then c -> 'others'
            else (select jsonb_agg(x - 'source_key') from jsonb_array_elements(c -> 'others') x) end as others
from versions.child_version v
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
cross join lateral jsonb_array_elements(v.conflicts) c
where v.superseded_at is null and v.valid_to is null
  and case when o.see ? (c ->> 'attribute') then o.see ? '*' or o.see ? ('source:' || (c ->> 'attribute')) end;
comment on view mart.child_conflict is '儿童数据冲突。Where the feeds disagree about a child: what was chosen, and the others with their records. Shown where every feed that can give the attribute may be named.';
comment on column mart.child_conflict.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_conflict.attribute is '字段：name of the attribute, as in mart.child or beside it';
comment on column mart.child_conflict.chosen is '采用值：the value that the file takes';
comment on column mart.child_conflict.feed is '数据源：the feed that gives the value';
comment on column mart.child_conflict.others is '其他值：the other values, each with feed, source_key and observed_at';

create view mart.child_identifiers with (security_barrier) as
select v.person_id as child_id, v.version, i.attributes, v.identifiers
from versions.child_version v
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
cross join lateral (
    select array_agg(a.attribute order by a.attribute) as attributes from rights.attribute a
    where a.population = 'child' and a.class = 'identifier' and o.see ? a.attribute) i
where i.attributes is not null and v.identifiers is not null and rights.told(o.see, v.version, v.changed);
comment on view mart.child_identifiers is '儿童密封标识。What the masks of a version hide, sealed: only the program''s doors hold the keys.';
comment on column mart.child_identifiers.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_identifiers.version is '版本号：number of the version';
comment on column mart.child_identifiers.attributes is '可见字段：the attributes in it that the caller may see';
comment on column mart.child_identifiers.identifiers is '密文：sealed values of class identifier';

create view mart.child_id_number with (security_barrier) as
select v.person_id as child_id, v.id_number_index
from versions.child_version v
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where v.superseded_at is null and v.valid_to is null and v.id_number_index is not null and o.see ? 'id_number';
comment on view mart.child_id_number is '儿童证号索引。By what a child is found who has an id number: a keyed index of it, which only the program''s doors can make.';
comment on column mart.child_id_number.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_id_number.id_number_index is '证号盲索引：keyed index of the id number';

create view mart.child_doubt with (security_barrier) as
select d.child_id, d.attribute, d.reason, d.value, d.feed, d.source_key
from versions.child_version v
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
cross join lateral (
    select v.person_id as child_id, r.doubt as attribute, r.why as reason, r.value, r.feed,
           case when o.see ? 'id_number' then r.source_key end as source_key
    from (
        select each.key as doubt, each.value as why, s.attributes ->> each.key as value, s.feed, s.source_key
        from linkage.membership m
        join mapping.source_record s on s.record_id = m.record_id and not s.withdrawn and s.doubts is not null
        cross join lateral json_each_text(s.doubts) each
        where m.person_id = v.person_id
    ) r
    where case when o.see ? '*' or o.see ? ('feed:' || r.feed) then true end
    union all
    select v.person_id, 'id_number', 'HELD_BY_ANOTHER', v.id_number, null, null
    where v.id_number_index is not null and rights.number_shared('child', v.person_id, v.id_number_index)
) d
where v.superseded_at is null and v.valid_to is null and case when o.see ? d.attribute then true end;
comment on view mart.child_doubt is '存疑的值。What the records of a child say that is in doubt, and why: it never wins over a sound value. A number that two files hold is in doubt in both (HELD_BY_ANOTHER).';
comment on column mart.child_doubt.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_doubt.attribute is '属性：the attribute';
comment on column mart.child_doubt.reason is '原因代码：why it is in doubt: CHECK, DATE, DIVISION, CHARACTER, LENGTH, EATEN_BY_SPREADSHEET, CUT, HELD_BY_ANOTHER (of a number), LOST_CHARACTER, PLACEHOLDER (of a name), MONTH_ALONE, NOT_BORN_YET, GROWN_UP (of a date), FORM, UNKNOWN_CODE, UNKNOWN_DIVISION, BAD_DATE, BAD_NUMBER';
comment on column mart.child_doubt.value is '值：what stands there; null where it is sealed, or no value';
comment on column mart.child_doubt.feed is '数据源：the feed that says so; what feeds say that may not be named to the caller is left out';
comment on column mart.child_doubt.source_key is '来源键：the key of the record in its feed; null where identifiers are not shown';

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
comment on view mart.child_earlier_source is '儿童字段值的原来源。Where values of versions were from until the same value came from another record or with another stamp.';
comment on column mart.child_earlier_source.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_earlier_source.version is '版本号：number of the version, as in mart.child_value';
comment on column mart.child_earlier_source.attribute is '字段：name of the attribute';
comment on column mart.child_earlier_source.feed is '数据源：the feed that gave the value until then';
comment on column mart.child_earlier_source.source_key is '源记录键：key of the source record in its feed; shown where identifiers are';
comment on column mart.child_earlier_source.observed_at is '更新时间：update stamp of the source record then';
comment on column mart.child_earlier_source.rule is '择优规则：what decided for the value then';
comment on column mart.child_earlier_source.superseded_at is '更替时间：until when this was believed';

do $$
declare
    told text;
    word record;
begin
    foreach told in array array['mart.child_sealed', 'mart.child', 'mart.child_version'] loop
        for word in select w.name, w.meaning from (values ${child.words}) w (name, meaning) loop
            execute format('comment on column %s.%I is %L', told, word.name, word.meaning);
        end loop;
    end loop;
end $$;
