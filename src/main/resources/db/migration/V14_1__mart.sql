-- The published views: of the rows that the caller may see (row-level security on the tables, by rights.patterns and
-- rights.children) the columns that the caller's role and purpose give (rights.sight). They are barriers: no function of the
-- caller's runs on a row before these rules did.
drop function mart.child_difference, mart.volunteer_difference;
drop function mart.child_as_of, mart.volunteer_as_of;
drop view mart.child, mart.child_version, mart.child_value, mart.child_conflict,
    mart.volunteer, mart.volunteer_version, mart.volunteer_value, mart.membership, mart.identity_change;

create view mart.child with (security_barrier) as
select v.person_id as child_id, v.version,
       case when o.see ? 'name' then v.name when s.mask_name then rights.masked(v.name) end as name,
       case when o.see ? 'sex' then v.sex end as sex,
       case when o.see ? 'birth_date' then v.birth_date end as birth_date,
       case when o.see ? 'id_number' then v.id_number end as id_number,
       case when o.see ? 'ethnic_group' then v.ethnic_group end as ethnic_group,
       v.registered_division collate "C" as registered_division,
       v.residence_division collate "C" as residence_division,
       case when o.see ? 'residence_address' then v.residence_address end as residence_address,
       case when o.see ? 'kinds' then coalesce(v.kinds, '{}') end as kinds,
       case when o.see ? 'on_roster' then coalesce(v.on_roster, false) end as on_roster,
       null::text as risk,
       case when o.see ? 'guardian_name' then v.guardian_name end as guardian_name,
       case when o.see ? 'guardian_kinship' then v.guardian_kinship end as guardian_kinship,
       case when o.see ? 'guardian_phone' then v.guardian_phone end as guardian_phone,
       case when o.see ? 'father_name' then v.father_name end as father_name,
       case when o.see ? 'father_state' then v.father_state end as father_state,
       case when o.see ? 'mother_name' then v.mother_name end as mother_name,
       case when o.see ? 'mother_state' then v.mother_state end as mother_state,
       case when o.see ? 'school_code' then v.school_code end as school_code,
       case when o.see ? 'school_name' then v.school_name end as school_name,
       case when o.see ? 'grade' then v.grade end as grade,
       case when o.see ? 'enrolment_state' then v.enrolment_state end as enrolment_state,
       case when o.see ? 'boarding' then v.boarding end as boarding,
       case when o.see ? 'left_behind' then v.left_behind end as left_behind,
       case when o.see ? 'migrant' then v.migrant end as migrant,
       case when o.see ? 'disability_category' then v.disability_category end as disability_category,
       case when o.see ? 'disability_grade' then v.disability_grade end as disability_grade,
       case when o.see ? 'diagnoses' then coalesce(v.diagnoses, '{}') end as diagnoses,
       case when o.see ? 'insurance_state' then v.insurance_state end as insurance_state,
       case when o.see ? 'subsidised' then v.subsidised end as subsidised,
       case when o.see ? 'father_state' then v.feeds when o.see <> '[]' then array_remove(v.feeds, 'political-legal') end as feeds,
       v.valid_from, v.recorded_at
from versions.child_version v
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where v.superseded_at is null and v.valid_to is null;

create view mart.child_version with (security_barrier) as
select v.person_id as child_id, v.version,
       case when o.see ? 'name' then v.name when s.mask_name then rights.masked(v.name) end as name,
       case when o.see ? 'sex' then v.sex end as sex,
       case when o.see ? 'birth_date' then v.birth_date end as birth_date,
       case when o.see ? 'id_number' then v.id_number end as id_number,
       case when o.see ? 'ethnic_group' then v.ethnic_group end as ethnic_group,
       v.registered_division collate "C" as registered_division,
       v.residence_division collate "C" as residence_division,
       case when o.see ? 'residence_address' then v.residence_address end as residence_address,
       case when o.see ? 'kinds' then coalesce(v.kinds, '{}') end as kinds,
       case when o.see ? 'on_roster' then coalesce(v.on_roster, false) end as on_roster,
       null::text as risk,
       case when o.see ? 'guardian_name' then v.guardian_name end as guardian_name,
       case when o.see ? 'guardian_kinship' then v.guardian_kinship end as guardian_kinship,
       case when o.see ? 'guardian_phone' then v.guardian_phone end as guardian_phone,
       case when o.see ? 'father_name' then v.father_name end as father_name,
       case when o.see ? 'father_state' then v.father_state end as father_state,
       case when o.see ? 'mother_name' then v.mother_name end as mother_name,
       case when o.see ? 'mother_state' then v.mother_state end as mother_state,
       case when o.see ? 'school_code' then v.school_code end as school_code,
       case when o.see ? 'school_name' then v.school_name end as school_name,
       case when o.see ? 'grade' then v.grade end as grade,
       case when o.see ? 'enrolment_state' then v.enrolment_state end as enrolment_state,
       case when o.see ? 'boarding' then v.boarding end as boarding,
       case when o.see ? 'left_behind' then v.left_behind end as left_behind,
       case when o.see ? 'migrant' then v.migrant end as migrant,
       case when o.see ? 'disability_category' then v.disability_category end as disability_category,
       case when o.see ? 'disability_grade' then v.disability_grade end as disability_grade,
       case when o.see ? 'diagnoses' then coalesce(v.diagnoses, '{}') end as diagnoses,
       case when o.see ? 'insurance_state' then v.insurance_state end as insurance_state,
       case when o.see ? 'subsidised' then v.subsidised end as subsidised,
       case when o.see ? 'father_state' then v.feeds when o.see <> '[]' then array_remove(v.feeds, 'political-legal') end as feeds,
       v.valid_from, v.valid_to, v.recorded_at, v.superseded_at,
       array(select c from unnest(v.changed) c where o.see ? c) as changed, v.run_id
from versions.child_version v
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o;

create view mart.child_value with (security_barrier) as
select v.person_id as child_id, v.version, p.attribute,
       case jsonb_typeof(p.detail -> 0) when 'string' then p.detail ->> 0 else (p.detail -> 0)::text end as value,
       x.source ->> 0 as feed, case when o.see ? 'id_number' then x.source ->> 1 end as source_key,
       (x.source ->> 2)::timestamptz as observed_at, p.detail ->> 2 as rule
from versions.child_version v
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
cross join lateral jsonb_each(v.provenance -> 'values') p (attribute, detail)
cross join lateral (select v.provenance -> 'sources' -> (p.detail ->> 1)::integer as source) x
where o.see ? p.attribute;

create view mart.volunteer with (security_barrier) as
select v.person_id as volunteer_id, v.version,
       case when s.see ? 'name' then v.name when s.mask_name then rights.masked(v.name) end as name,
       case when s.see ? 'sex' then v.sex end as sex,
       case when s.see ? 'id_number' then v.id_number end as id_number,
       case when s.see ? 'birth_date' then v.birth_date end as birth_date,
       case when s.see ? 'post' then v.post end as post,
       case when s.see ? 'organisation' then v.organisation end as organisation,
       v.division collate "C" as division,
       case when s.see ? 'phone' then v.phone end as phone,
       case when s.see ? 'address' then v.address end as address,
       case when s.see ? 'skills' then coalesce(v.skills, '{}') end as skills,
       case when s.see ? 'capacity' then v.capacity end as capacity,
       case when s.see ? 'training' then coalesce(v.training, '{}') end as training,
       case when s.see ? 'in_post' then v.in_post end as in_post,
       case when s.see <> '[]' then v.feeds end as feeds,
       v.valid_from, v.recorded_at
from versions.volunteer_version v
cross join rights.sight('volunteer') s
where v.superseded_at is null and v.valid_to is null;

create view mart.volunteer_version with (security_barrier) as
select v.person_id as volunteer_id, v.version,
       case when s.see ? 'name' then v.name when s.mask_name then rights.masked(v.name) end as name,
       case when s.see ? 'sex' then v.sex end as sex,
       case when s.see ? 'id_number' then v.id_number end as id_number,
       case when s.see ? 'birth_date' then v.birth_date end as birth_date,
       case when s.see ? 'post' then v.post end as post,
       case when s.see ? 'organisation' then v.organisation end as organisation,
       v.division collate "C" as division,
       case when s.see ? 'phone' then v.phone end as phone,
       case when s.see ? 'address' then v.address end as address,
       case when s.see ? 'skills' then coalesce(v.skills, '{}') end as skills,
       case when s.see ? 'capacity' then v.capacity end as capacity,
       case when s.see ? 'training' then coalesce(v.training, '{}') end as training,
       case when s.see ? 'in_post' then v.in_post end as in_post,
       case when s.see <> '[]' then v.feeds end as feeds,
       v.valid_from, v.valid_to, v.recorded_at, v.superseded_at,
       array(select c from unnest(v.changed) c where s.see ? c) as changed, v.run_id
from versions.volunteer_version v
cross join rights.sight('volunteer') s;

create view mart.volunteer_value with (security_barrier) as
select v.person_id as volunteer_id, v.version, p.attribute,
       case jsonb_typeof(p.detail -> 0) when 'string' then p.detail ->> 0 else (p.detail -> 0)::text end as value,
       x.source ->> 0 as feed, case when s.see ? 'id_number' then x.source ->> 1 end as source_key,
       (x.source ->> 2)::timestamptz as observed_at, p.detail ->> 2 as rule
from versions.volunteer_version v
cross join rights.sight('volunteer') s
cross join lateral jsonb_each(v.provenance -> 'values') p (attribute, detail)
cross join lateral (select v.provenance -> 'sources' -> (p.detail ->> 1)::integer as source) x
where s.see ? p.attribute;

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
where v.superseded_at is null and v.valid_to is null and o.see ? (c ->> 'attribute');

create view mart.membership with (security_barrier) as
select r.feed, r.source_key, m.person_id, r.population, m.decided_by, m.weight, m.since
from linkage.membership m
join mapping.source_record r on r.record_id = m.record_id
where (select rights.sees('identifier')) and (select rights.minors());

create view mart.identity_change with (security_barrier) as
select seq, at, run_id, kind, person_id, other_id from linkage.identity_change;

create function mart.child_as_of(valid date, recorded timestamptz) returns setof mart.child_version
language sql stable
begin atomic
    select v.*
    from mart.child_version v
    where v.valid_from <= valid and (v.valid_to is null or v.valid_to > valid)
      and v.recorded_at <= recorded and (v.superseded_at is null or v.superseded_at > recorded);
end;

create function mart.volunteer_as_of(valid date, recorded timestamptz) returns setof mart.volunteer_version
language sql stable
begin atomic
    select v.*
    from mart.volunteer_version v
    where v.valid_from <= valid and (v.valid_to is null or v.valid_to > valid)
      and v.recorded_at <= recorded and (v.superseded_at is null or v.superseded_at > recorded);
end;

create function mart.child_difference(child_id text, a integer, b integer)
returns table (attribute text, value_a text, feed_a text, source_key_a text, observed_a timestamptz, rule_a text,
               value_b text, feed_b text, source_key_b text, observed_b timestamptz, rule_b text)
language sql stable
begin atomic
    select coalesce(x.attribute, y.attribute), x.value, x.feed, x.source_key, x.observed_at, x.rule,
           y.value, y.feed, y.source_key, y.observed_at, y.rule
    from (select v.* from mart.child_value v where v.child_id = child_difference.child_id and v.version = a) x
    full join (select v.* from mart.child_value v where v.child_id = child_difference.child_id and v.version = b) y
        on x.attribute = y.attribute
    where x.value is distinct from y.value
    order by 1;
end;

create function mart.volunteer_difference(volunteer_id text, a integer, b integer)
returns table (attribute text, value_a text, feed_a text, source_key_a text, observed_a timestamptz, rule_a text,
               value_b text, feed_b text, source_key_b text, observed_b timestamptz, rule_b text)
language sql stable
begin atomic
    select coalesce(x.attribute, y.attribute), x.value, x.feed, x.source_key, x.observed_at, x.rule,
           y.value, y.feed, y.source_key, y.observed_at, y.rule
    from (select v.* from mart.volunteer_value v where v.volunteer_id = volunteer_difference.volunteer_id and v.version = a) x
    full join (select v.* from mart.volunteer_value v
               where v.volunteer_id = volunteer_difference.volunteer_id and v.version = b) y
        on x.attribute = y.attribute
    where x.value is distinct from y.value
    order by 1;
end;

-- By its owner's rights, which row-level security binds like those of the views: a condition on a name would otherwise wait
-- until the mask is on it, and find no index.
create function mart.find_child(beginning text, division text, most integer) returns setof mart.child
language sql stable security definer set search_path = ''
begin atomic
    with sight as materialized (
        select s.see ? 'name' as grown, s.young ? 'name' as young, s.born_by from rights.sight('child') s
    ),
    found as (
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null
           and v.residence_division collate "C" >= division and v.residence_division collate "C" < division || ':'
           and v.name collate "C" >= beginning and v.name collate "C" < beginning || chr(1114111)
           and beginning ~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name collate "C", v.person_id limit most)
        union
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null
           and v.registered_division collate "C" >= division and v.registered_division collate "C" < division || ':'
           and v.name collate "C" >= beginning and v.name collate "C" < beginning || chr(1114111)
           and beginning ~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name collate "C", v.person_id limit most)
        union
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null
           and v.residence_division collate "C" >= division and v.residence_division collate "C" < division || ':'
           and v.name_pinyin collate "C" >= beginning and v.name_pinyin collate "C" < beginning || chr(1114111)
           and beginning !~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name_pinyin collate "C", v.person_id limit most)
        union
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null
           and v.registered_division collate "C" >= division and v.registered_division collate "C" < division || ':'
           and v.name_pinyin collate "C" >= beginning and v.name_pinyin collate "C" < beginning || chr(1114111)
           and beginning !~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name_pinyin collate "C", v.person_id limit most)
        union
        -- Of whom no division is known is looked for everywhere or not at all.
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null and division = ''
           and v.residence_division collate "C" is null and v.registered_division collate "C" is null
           and v.name collate "C" >= beginning and v.name collate "C" < beginning || chr(1114111)
           and beginning ~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name collate "C", v.person_id limit most)
        union
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null and division = ''
           and v.residence_division collate "C" is null and v.registered_division collate "C" is null
           and v.name_pinyin collate "C" >= beginning and v.name_pinyin collate "C" < beginning || chr(1114111)
           and beginning !~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name_pinyin collate "C", v.person_id limit most)
    )
    select c.*
    from (select f.person_id, f.name from found f order by f.name collate "C", f.person_id limit most) f
    -- A join would read the whole view: only a condition of its own gets past its barrier, and "offset 0" keeps it that.
    cross join lateral (select v.* from mart.child v where v.child_id = f.person_id offset 0) c
    order by f.name collate "C", f.person_id;
end;

create or replace function mart.current_id(id text) returns text
language sql stable security definer set search_path = ''
begin atomic
    with recursive chain (person_id, retired_into) as (
        select p.person_id, p.retired_into from linkage.person p where p.person_id = id
        union
        select p.person_id, p.retired_into from chain c join linkage.person p on p.person_id = c.retired_into
    )
    select c.person_id from chain c where c.retired_into is null;
end;

create or replace view ops.quarantine with (security_barrier) as
select q.quarantine_id, q.feed, q.place, q.key as source_key, q.reason, q.field, q.text, q.since, q.resolved, q.pull_id, q.seq
from landing.quarantine q
where (select rights.purpose()) in ('operations', 'review') and (select rights.everywhere());

create or replace view ops.verdict with (security_barrier) as
select v.verdict_id, v.population, v.kind, v.feed_a, v.key_a as source_key_a, v.feed_b, v.key_b as source_key_b,
       v.actor, v.at, v.reason, v.undone_at, v.undone_by, v.undo_reason
from linkage.verdict v
where (select rights.purpose()) in ('operations', 'review') and (select rights.everywhere());

create or replace view ops.review with (security_barrier) as
select r.review_id, ra.population, r.reason,
       linkage.worth(na.size, nb.size, r.closeness, k.on_roster, k.in_difficulty, k.under_six) as worth,
       r.weight, ma.person_id as person_a, mb.person_id as person_b, na.size as size_a, nb.size as size_b,
       ra.feed as feed_a, ra.source_key as source_key_a, rb.feed as feed_b, rb.source_key as source_key_b,
       k.on_roster, k.in_difficulty, k.under_six, r.since
from linkage.review_pair r
join mapping.source_record ra on ra.record_id = r.a
join mapping.source_record rb on rb.record_id = r.b
join linkage.membership ma on ma.record_id = r.a
join linkage.membership mb on mb.record_id = r.b
cross join lateral (select count(*) as size from linkage.membership m where m.person_id = ma.person_id) na
cross join lateral (select count(*) as size from linkage.membership m where m.person_id = mb.person_id) nb
cross join lateral (
    select coalesce(bool_or(v.on_roster), false) as on_roster,
           coalesce(bool_or(cardinality(v.kinds) > 0), false) as in_difficulty,
           coalesce(bool_or(v.birth_date > (now() at time zone 'Asia/Shanghai')::date - interval '6 years'), false) as under_six
    from versions.child_version v
    where v.person_id in (ma.person_id, mb.person_id) and v.superseded_at is null and v.valid_to is null) k
where (select rights.purpose()) in ('operations', 'review') and (r.reason = 'conflicting verdicts'
   or not exists (
       select from linkage.verdict v
       where v.undone_at is null
         and ((v.feed_a, v.key_a, v.feed_b, v.key_b) = (ra.feed, ra.source_key, rb.feed, rb.source_key)
           or (v.feed_a, v.key_a, v.feed_b, v.key_b) = (rb.feed, rb.source_key, ra.feed, ra.source_key))));

create or replace view ops.pull with (security_barrier) as
select p.run_id, p.feed,
       case
           when p.state = 'landed' then 'ok'
           when p.state = 'failed' and exists (
               select from landing.pull g where g.feed = p.feed and g.state = 'landed' and g.pull_id < p.pull_id)
           then 'stale'
           when p.state = 'rejected' then 'stale'
           else p.state
       end as state,
       p.pulled, p.new, p.changed, p.unchanged, p.withdrawn, p.quarantined, p.duplicates,
       p.started, p.ended, p.message, p.reason, p.drift, p.pull_id,
       (select max(g.ended) from landing.pull g where g.feed = p.feed and g.state = 'landed' and g.pull_id <= p.pull_id) as last_good
from landing.pull p
where (select rights.claims()) is not null and p.pull_id = (
    select max(l.pull_id) from landing.pull l where l.feed = p.feed and l.run_id is not distinct from p.run_id);

do $$
declare
    object record;
begin
    for object in
        select c.oid::regclass as name from pg_class c
        where c.relnamespace in ('mart'::regnamespace, 'ops'::regnamespace) and c.relkind = 'v'
    loop
        execute format('alter view %s owner to childfile_views', object.name);
        execute format('revoke insert, update, delete, truncate, maintain on %s from childfile_writer', object.name);
        execute format('grant select on %s to childfile_reader, childfile_api, childfile_writer', object.name);
    end loop;
    for object in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = 'mart'::regnamespace
    loop
        execute format('alter function %s owner to childfile_views', object.name);
        execute format('revoke execute on function %s from public', object.name);
        execute format('grant execute on function %s to childfile_reader, childfile_api, childfile_writer', object.name);
    end loop;
end $$;

comment on view mart.child is '儿童数字档案：现状。Each digital file as it stands: what holds now.';
comment on column mart.child.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child.version is '版本号：number of the version, from 1 on; no order in time is meant';
comment on column mart.child.name is '姓名：name';
comment on column mart.child.sex is '性别：sex';
comment on column mart.child.birth_date is '出生日期：date of birth';
comment on column mart.child.id_number is '公民身份号码：citizen id number';
comment on column mart.child.ethnic_group is '民族：ethnic group';
comment on column mart.child.registered_division is '户籍地区划：division of registration';
comment on column mart.child.residence_division is '居住地区划：division of residence';
comment on column mart.child.residence_address is '居住地址：address of residence';
comment on column mart.child.kinds is '困境类别：kinds of difficulty';
comment on column mart.child.on_roster is '在台账：on the roster';
comment on column mart.child.risk is '风险等级：grade of risk; null until risks are graded';
comment on column mart.child.guardian_name is '监护人姓名：guardian''s name';
comment on column mart.child.guardian_kinship is '监护人关系：guardian''s kinship';
comment on column mart.child.guardian_phone is '监护人电话：guardian''s phone';
comment on column mart.child.father_name is '父亲姓名：father''s name';
comment on column mart.child.father_state is '父亲情形：father''s state';
comment on column mart.child.mother_name is '母亲姓名：mother''s name';
comment on column mart.child.mother_state is '母亲情形：mother''s state';
comment on column mart.child.school_code is '学校标识码：school code';
comment on column mart.child.school_name is '学校名称：school';
comment on column mart.child.grade is '年级：grade';
comment on column mart.child.enrolment_state is '学籍状态：enrolment state';
comment on column mart.child.boarding is '住校：boarding';
comment on column mart.child.left_behind is '留守：left behind';
comment on column mart.child.migrant is '随迁：migrant';
comment on column mart.child.disability_category is '残疾类别：disability category';
comment on column mart.child.disability_grade is '残疾等级：disability grade';
comment on column mart.child.diagnoses is '诊断：diagnoses';
comment on column mart.child.insurance_state is '参保状态：insurance state';
comment on column mart.child.subsidised is '资助参保：premium subsidised';
comment on column mart.child.feeds is '数据源：the feeds that speak of the person; the feed of judicial facts only where these are shown';
comment on column mart.child.valid_from is '生效日期：the first day on which this was true';
comment on column mart.child.recorded_at is '记录时间：when this was recorded';
comment on view mart.child_version is '儿童数字档案：全部版本。Every version of a digital file: on which days it was true (valid_from, valid_to), from when to when it was recorded (recorded_at, superseded_at), and what changed. For one child no two versions overlap in both.';
comment on column mart.child_version.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_version.version is '版本号：number of the version, from 1 on; no order in time is meant';
comment on column mart.child_version.name is '姓名：name';
comment on column mart.child_version.sex is '性别：sex';
comment on column mart.child_version.birth_date is '出生日期：date of birth';
comment on column mart.child_version.id_number is '公民身份号码：citizen id number';
comment on column mart.child_version.ethnic_group is '民族：ethnic group';
comment on column mart.child_version.registered_division is '户籍地区划：division of registration';
comment on column mart.child_version.residence_division is '居住地区划：division of residence';
comment on column mart.child_version.residence_address is '居住地址：address of residence';
comment on column mart.child_version.kinds is '困境类别：kinds of difficulty';
comment on column mart.child_version.on_roster is '在台账：on the roster';
comment on column mart.child_version.risk is '风险等级：grade of risk; null until risks are graded';
comment on column mart.child_version.guardian_name is '监护人姓名：guardian''s name';
comment on column mart.child_version.guardian_kinship is '监护人关系：guardian''s kinship';
comment on column mart.child_version.guardian_phone is '监护人电话：guardian''s phone';
comment on column mart.child_version.father_name is '父亲姓名：father''s name';
comment on column mart.child_version.father_state is '父亲情形：father''s state';
comment on column mart.child_version.mother_name is '母亲姓名：mother''s name';
comment on column mart.child_version.mother_state is '母亲情形：mother''s state';
comment on column mart.child_version.school_code is '学校标识码：school code';
comment on column mart.child_version.school_name is '学校名称：school';
comment on column mart.child_version.grade is '年级：grade';
comment on column mart.child_version.enrolment_state is '学籍状态：enrolment state';
comment on column mart.child_version.boarding is '住校：boarding';
comment on column mart.child_version.left_behind is '留守：left behind';
comment on column mart.child_version.migrant is '随迁：migrant';
comment on column mart.child_version.disability_category is '残疾类别：disability category';
comment on column mart.child_version.disability_grade is '残疾等级：disability grade';
comment on column mart.child_version.diagnoses is '诊断：diagnoses';
comment on column mart.child_version.insurance_state is '参保状态：insurance state';
comment on column mart.child_version.subsidised is '资助参保：premium subsidised';
comment on column mart.child_version.feeds is '数据源：the feeds that speak of the person; the feed of judicial facts only where these are shown';
comment on column mart.child_version.valid_from is '生效日期：the first day on which this was true';
comment on column mart.child_version.recorded_at is '记录时间：when this was recorded';
comment on column mart.child_version.valid_to is '失效日期：the day after the last one on which this was true; null: no end is known';
comment on column mart.child_version.superseded_at is '被取代时间：when another version took its place; null: it stands';
comment on column mart.child_version.changed is '变更字段：the attributes of which something else was recorded for these days before, as far as they are shown';
comment on column mart.child_version.run_id is '批次：the run that recorded it';
comment on view mart.child_value is '儿童字段值及来源。Every value of every version of a digital file: from which record of which feed, of when, and by which rule.';
comment on column mart.child_value.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_value.version is '版本号：number of the version, from 1 on; no order in time is meant';
comment on column mart.child_value.attribute is '字段：name of the attribute, as in mart.child or beside it';
comment on column mart.child_value.value is '值：the value as text; lists and parts of addresses as JSON';
comment on column mart.child_value.feed is '数据源：the feed that gives the value';
comment on column mart.child_value.source_key is '源记录键：key of the source record in its feed; shown where identifiers are';
comment on column mart.child_value.observed_at is '更新时间：update stamp of the source record';
comment on column mart.child_value.rule is '择优规则：what decided for the value: only, a criterion, group or union';
comment on view mart.child_conflict is '儿童数据冲突。Where the feeds disagree about a child: what was chosen, and the others with their records.';
comment on column mart.child_conflict.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_conflict.attribute is '字段：name of the attribute, as in mart.child or beside it';
comment on column mart.child_conflict.chosen is '采用值：the value that the file takes';
comment on column mart.child_conflict.feed is '数据源：the feed that gives the value';
comment on column mart.child_conflict.others is '其他值：the other values, each with feed, source_key and observed_at';
comment on view mart.volunteer is '爱心妈妈电子档案：现状。Each e-archive entry as it stands: what holds now.';
comment on column mart.volunteer.volunteer_id is '爱心妈妈编号：V and a UUIDv7';
comment on column mart.volunteer.version is '版本号：number of the version, from 1 on; no order in time is meant';
comment on column mart.volunteer.name is '姓名：name';
comment on column mart.volunteer.sex is '性别：sex';
comment on column mart.volunteer.id_number is '公民身份号码：citizen id number';
comment on column mart.volunteer.birth_date is '出生日期：date of birth';
comment on column mart.volunteer.post is '职务：post';
comment on column mart.volunteer.organisation is '妇联组织：organisation';
comment on column mart.volunteer.division is '行政区划：division';
comment on column mart.volunteer.phone is '联系电话：phone';
comment on column mart.volunteer.address is '住址：address';
comment on column mart.volunteer.skills is '特长：skills';
comment on column mart.volunteer.capacity is '可结对数：capacity';
comment on column mart.volunteer.training is '培训记录：training';
comment on column mart.volunteer.in_post is '在岗：in post';
comment on column mart.volunteer.feeds is '数据源：the feeds that speak of the person; the feed of judicial facts only where these are shown';
comment on column mart.volunteer.valid_from is '生效日期：the first day on which this was true';
comment on column mart.volunteer.recorded_at is '记录时间：when this was recorded';
comment on view mart.volunteer_version is '爱心妈妈电子档案：全部版本。Every version of an e-archive entry, with both times and what changed.';
comment on column mart.volunteer_version.volunteer_id is '爱心妈妈编号：V and a UUIDv7';
comment on column mart.volunteer_version.version is '版本号：number of the version, from 1 on; no order in time is meant';
comment on column mart.volunteer_version.name is '姓名：name';
comment on column mart.volunteer_version.sex is '性别：sex';
comment on column mart.volunteer_version.id_number is '公民身份号码：citizen id number';
comment on column mart.volunteer_version.birth_date is '出生日期：date of birth';
comment on column mart.volunteer_version.post is '职务：post';
comment on column mart.volunteer_version.organisation is '妇联组织：organisation';
comment on column mart.volunteer_version.division is '行政区划：division';
comment on column mart.volunteer_version.phone is '联系电话：phone';
comment on column mart.volunteer_version.address is '住址：address';
comment on column mart.volunteer_version.skills is '特长：skills';
comment on column mart.volunteer_version.capacity is '可结对数：capacity';
comment on column mart.volunteer_version.training is '培训记录：training';
comment on column mart.volunteer_version.in_post is '在岗：in post';
comment on column mart.volunteer_version.feeds is '数据源：the feeds that speak of the person; the feed of judicial facts only where these are shown';
comment on column mart.volunteer_version.valid_from is '生效日期：the first day on which this was true';
comment on column mart.volunteer_version.recorded_at is '记录时间：when this was recorded';
comment on column mart.volunteer_version.valid_to is '失效日期：the day after the last one on which this was true; null: no end is known';
comment on column mart.volunteer_version.superseded_at is '被取代时间：when another version took its place; null: it stands';
comment on column mart.volunteer_version.changed is '变更字段：the attributes of which something else was recorded for these days before, as far as they are shown';
comment on column mart.volunteer_version.run_id is '批次：the run that recorded it';
comment on view mart.volunteer_value is '爱心妈妈字段值及来源。Every value of every version of an e-archive entry, with its source.';
comment on column mart.volunteer_value.volunteer_id is '爱心妈妈编号：V and a UUIDv7';
comment on column mart.volunteer_value.version is '版本号：number of the version, from 1 on; no order in time is meant';
comment on column mart.volunteer_value.attribute is '字段：name of the attribute, as in mart.child or beside it';
comment on column mart.volunteer_value.value is '值：the value as text; lists and parts of addresses as JSON';
comment on column mart.volunteer_value.feed is '数据源：the feed that gives the value';
comment on column mart.volunteer_value.source_key is '源记录键：key of the source record in its feed; shown where identifiers are';
comment on column mart.volunteer_value.observed_at is '更新时间：update stamp of the source record';
comment on column mart.volunteer_value.rule is '择优规则：what decided for the value: only, a criterion, group or union';
comment on view mart.membership is '源记录归属。Which source record belongs to which person, who decided so, and by how many bits of evidence. Shown where identifiers are, of children under 14 too.';
comment on column mart.membership.feed is '数据源：the feed that gives the value';
comment on column mart.membership.source_key is '源记录键：key of the source record in its feed; shown where identifiers are';
comment on column mart.membership.person_id is '人员编号：C (child) or V (volunteer) and a UUIDv7';
comment on column mart.membership.population is '人群：child or volunteer';
comment on column mart.membership.decided_by is '决定者：rule or person';
comment on column mart.membership.weight is '权重：bits of evidence for the link; null where none was needed';
comment on column mart.membership.since is '起始时间：since when';
comment on view mart.identity_change is '身份变更。What happened to persons: created (with other_id: an id that was retired lives again, out of other_id), joined (other_id went into person_id), split (other_id came out of person_id), moved (records went from person_id to other_id), retired (person_id lives on as other_id). mart.current_id(id) follows retired ids.';
comment on column mart.identity_change.seq is '序号：grows with every change';
comment on column mart.identity_change.at is '时间：when it was recorded';
comment on column mart.identity_change.run_id is '批次：the run that recorded it';
comment on column mart.identity_change.kind is '类别：created, joined, split, moved or retired';
comment on column mart.identity_change.person_id is '人员编号：C (child) or V (volunteer) and a UUIDv7';
comment on column mart.identity_change.other_id is '另一人员编号：the other person that the change is about, if there is one';
comment on table ops.run is '批次。One execution over all feeds. attention: done, but a feed is stale or held.';
comment on column ops.run.run_id is '批次编号：the day and a number';
comment on column ops.run.kind is '类型：nightly or replay';
comment on column ops.run.day is '业务日期：the day it stands for';
comment on column ops.run.state is '状态：running, done, attention or failed';
comment on column ops.run.attempt is '尝试次数：how often it was begun';
comment on column ops.run.started is '开始时间：when it began';
comment on column ops.run.ended is '结束时间：when it ended; null while it runs';
comment on column ops.run.message is '说明：what went wrong, if something did';
comment on column ops.run.children is '儿童数：digital files that stand';
comment on column ops.run.volunteers is '爱心妈妈数：e-archive entries that stand';
comment on column ops.run.versions is '写入版本数：versions that it wrote';
comment on column ops.run.review is '待复核数：pairs that wait for a person';
comment on table ops.stage is '批次阶段。What each stage of a run handled, and how long it took.';
comment on column ops.stage.run_id is '批次编号：the run';
comment on column ops.stage.stage is '阶段：name of the stage';
comment on column ops.stage.records is '记录数：what it handled';
comment on column ops.stage.seconds is '秒数：how long it took';
comment on column ops.stage.ended is '结束时间：when it ended';
comment on view ops.pull is '抽取。How each feed was pulled in each run: ok; stale (failed, the last good pull stays in force); held (shrank too much, waits for an operator); failed (and there never was a good one). pulled = new + changed + unchanged + quarantined + duplicates.';
comment on column ops.pull.run_id is '批次编号：the run; null for a pull that waits for its run';
comment on column ops.pull.feed is '数据源：the feed';
comment on column ops.pull.state is '状态：ok, stale, held or failed';
comment on column ops.pull.pulled is '抽取数：records that came';
comment on column ops.pull.new is '新增：with a key that was not there';
comment on column ops.pull.changed is '变更：with other content than before';
comment on column ops.pull.unchanged is '未变：as they were';
comment on column ops.pull.withdrawn is '撤回：keys that are gone';
comment on column ops.pull.quarantined is '隔离：set aside';
comment on column ops.pull.duplicates is '重复：came twice in one pull';
comment on column ops.pull.started is '开始时间：when it began';
comment on column ops.pull.ended is '结束时间：when it ended';
comment on column ops.pull.message is '说明：what went wrong and how to mend it';
comment on column ops.pull.reason is '原因代码：stable code of what went wrong';
comment on column ops.pull.drift is '结构漂移：columns that came or went';
comment on column ops.pull.pull_id is '抽取编号：number of the pull';
comment on column ops.pull.last_good is '上次成功：when the last good pull ended';
comment on view ops.quarantine is '隔离区。Records that were set aside, with where they stood and why; resolved ones keep their row. For operations and review of the whole city.';
comment on column ops.quarantine.quarantine_id is '隔离编号：number';
comment on column ops.quarantine.feed is '数据源：the feed';
comment on column ops.quarantine.place is '位置：where the record stood in what came';
comment on column ops.quarantine.source_key is '源记录键：its key, if it has one';
comment on column ops.quarantine.reason is '原因代码：stable code';
comment on column ops.quarantine.field is '字段：the field at fault';
comment on column ops.quarantine.text is '说明：what is wrong';
comment on column ops.quarantine.since is '隔离时间：when it was set aside';
comment on column ops.quarantine.resolved is '解决时间：when a good record with this key came; null: not yet';
comment on column ops.quarantine.pull_id is '抽取编号：the pull that brought it';
comment on column ops.quarantine.seq is '序号：its number in the pull';
comment on view ops.review is '人工复核队列。Pairs of persons that wait for a person''s verdict, each with its best pair of records, why it is in doubt, and what deciding it is worth (linkage.worth). What was decided is gone from here at once. For operations and review.';
comment on column ops.review.review_id is '复核编号：number';
comment on column ops.review.population is '人群：child or volunteer';
comment on column ops.review.reason is '原因：why it is in doubt';
comment on column ops.review.worth is '价值：what deciding it is worth';
comment on column ops.review.weight is '权重：bits of evidence';
comment on column ops.review.person_a is '人员甲：one person';
comment on column ops.review.person_b is '人员乙：the other';
comment on column ops.review.size_a is '记录数甲：records of the one';
comment on column ops.review.size_b is '记录数乙：records of the other';
comment on column ops.review.feed_a is '数据源甲：feed of the record of the one';
comment on column ops.review.source_key_a is '源记录键甲：its key';
comment on column ops.review.feed_b is '数据源乙：feed of the record of the other';
comment on column ops.review.source_key_b is '源记录键乙：its key';
comment on column ops.review.on_roster is '在台账：whether one of them is on the roster';
comment on column ops.review.in_difficulty is '困境：whether one of them is in difficulty';
comment on column ops.review.under_six is '未满六岁：whether one of them is under six';
comment on column ops.review.since is '起始时间：since when it waits';
comment on view ops.verdict is '人工裁定。What persons decided about pairs of records, the undone verdicts too. For operations and review of the whole city.';
comment on column ops.verdict.verdict_id is '裁定编号：number';
comment on column ops.verdict.population is '人群：child or volunteer';
comment on column ops.verdict.kind is '结论：same or different';
comment on column ops.verdict.feed_a is '数据源甲：feed of the one record';
comment on column ops.verdict.source_key_a is '源记录键甲：its key';
comment on column ops.verdict.feed_b is '数据源乙：feed of the other';
comment on column ops.verdict.source_key_b is '源记录键乙：its key';
comment on column ops.verdict.actor is '裁定人：who decided';
comment on column ops.verdict.at is '时间：when';
comment on column ops.verdict.reason is '理由：why';
comment on column ops.verdict.undone_at is '撤销时间：when it was undone; null: in force';
comment on column ops.verdict.undone_by is '撤销人：who undid it';
comment on column ops.verdict.undo_reason is '撤销理由：why';
comment on function mart.child_as_of(date, timestamptz) is '儿童档案：某日、某时点。Each digital file as it was true on a day, by what was recorded at a moment.';
comment on function mart.volunteer_as_of(date, timestamptz) is '电子档案：某日、某时点。Each e-archive entry as it was true on a day, by what was recorded at a moment.';
comment on function mart.child_difference(text, integer, integer) is '儿童档案：两个版本之差。What two versions of a digital file say differently, attribute by attribute, each side with its source; a side that does not give the attribute is null.';
comment on function mart.volunteer_difference(text, integer, integer) is '电子档案：两个版本之差。What two versions of an e-archive entry say differently, each side with its source; a side that does not give the attribute is null.';
comment on function mart.find_child(text, text, integer) is '按姓名或拼音查找儿童。The children who live or are registered in a division (the beginning of its code; empty: everywhere) and whose name begins so, or whose name sounds so (small letters without blanks: zhangzi), by name, no more than so many. Only those whose name the caller may see.';
comment on function mart.current_id(text) is '现行编号。The id under which a person lives on: its own while it lives, that of the person it went into when it is retired; null for an id that was never given.';

