-- The published views once more, with all that is named in them: feeds, changed attributes, evidence, grades, lists. What filters
-- rows by what may be seen stands in a CASE: the planner takes `?` to hold for one row of a thousand and would read a view again for
-- each row of another one that it joins; a CASE it takes to hold for every second row.
create or replace function digitalfile.shown(evidence jsonb, see jsonb) returns jsonb language sql immutable parallel safe
return (
    select coalesce(jsonb_agg(case when see ? 'id_number' then e - 'sight' else e - 'sight' - 'source_key' end order by n), '[]')
    from jsonb_array_elements(evidence) with ordinality x (e, n)
    where see ? (e ->> 'sight') and (see ? '*' or e ->> 'feed' is null or see ? ('feed:' || (e ->> 'feed'))));

-- What is asked for few callers and few rows alone, outside of the views' plans. Whoever does not see every attribute is shown the
-- last version that says something new to him: later ones look the same to him, and that they are there would tell him that what
-- he does not see has changed.
create function versions.told_child(person text, version integer, since date, see jsonb) returns versions.child_version
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
    select w.* from versions.child_version w
    where w.person_id = told_child.person and w.version < told_child.version and w.valid_from <= told_child.since
      and w.valid_to is null and rights.told(told_child.see, w.version, w.changed)
    order by w.version desc limit 1
$$;
comment on function versions.told_child is 'The last version before one that says something new to who sees no more than this, of those that hold on the same days.';
create function versions.told_volunteer(person text, version integer, since date, see jsonb) returns versions.volunteer_version
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
    select w.* from versions.volunteer_version w
    where w.person_id = told_volunteer.person and w.version < told_volunteer.version and w.valid_from <= told_volunteer.since
      and w.valid_to is null and rights.told(told_volunteer.see, w.version, w.changed)
    order by w.version desc limit 1
$$;
comment on function versions.told_volunteer is 'The same of a volunteer.';
create function digitalfile.told_grade(child text, see jsonb) returns text
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(min(d.grade), 'green')
    from digitalfile.hit h
    join digitalfile.rule d on d.part = h.part and d.rule = h.rule and d.version = h.rule_version
    where h.child_id = told_grade.child and h.part = 'risk' and h.superseded_at is null
      and digitalfile.grounded(h.grounds, told_grade.see)
$$;
comment on function digitalfile.told_grade is 'The grade of risk by the rules alone of which all of one ground is seen.';
do $$
declare
    made regprocedure;
begin
    foreach made in array array['versions.told_child(text,integer,date,jsonb)', 'versions.told_volunteer(text,integer,date,jsonb)',
        'digitalfile.told_grade(text,jsonb)']::regprocedure[]
    loop
        execute format('alter function %s owner to childfile_owner', made);
        execute format('revoke all on function %s from public', made);
        -- Views call them as whoever asks; nobody who asks has the use of their schemas.
        execute format('grant execute on function %s to childfile_views, childfile_reader, childfile_api, childfile_writer', made);
    end loop;
end $$;

create or replace view mart.child_sealed with (security_barrier) as
select v.person_id as child_id, case when rights.told(o.see, v.version, v.changed) then v.version
            else coalesce((versions.told_child(v.person_id, v.version, v.valid_from, o.see)).version, v.version) end as version,
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
       case when o.see ? 'kinds' then (
           select case when o.see ? '*' then r.grade else digitalfile.told_grade(r.child_id, o.see) end
           from digitalfile.risk r where r.child_id = v.person_id and r.superseded_at is null) end as risk,
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
       case when o.see ? '*' then v.feeds
            when o.see <> '[]' then array(select f from unnest(v.feeds) f where o.see ? ('feed:' || f)) end as feeds,
       case when rights.told(o.see, v.version, v.changed) then v.valid_from
            else coalesce((versions.told_child(v.person_id, v.version, v.valid_from, o.see)).valid_from, v.valid_from) end as valid_from,
       case when rights.told(o.see, v.version, v.changed) then v.recorded_at
            else coalesce((versions.told_child(v.person_id, v.version, v.valid_from, o.see)).recorded_at, v.recorded_at) end as recorded_at,
       case when o.see ?| array['id_number', 'residence_address', 'guardian_phone']
           then case when rights.told(o.see, v.version, v.changed) then v.identifiers
            else (select case when n.version is null then v.identifiers else n.identifiers end
                  from versions.told_child(v.person_id, v.version, v.valid_from, o.see) n) end end as identifiers
from versions.child_version v
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where v.superseded_at is null and v.valid_to is null and (o.see <> '[]' or s.mask_name);

create or replace view mart.child_version with (security_barrier) as
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

-- Of whoever is shown no ends of versions, the last one that was recorded for the day holds.
create or replace function mart.child_as_of(valid date, recorded timestamptz) returns setof mart.child_version
language sql stable
begin atomic
    select distinct on (v.child_id) v.*
    from mart.child_version v
    where v.valid_from <= valid and (v.valid_to is null or v.valid_to > valid)
      and v.recorded_at <= recorded and (v.superseded_at is null or v.superseded_at > recorded)
    order by v.child_id, v.version desc;
end;

create or replace view mart.child_value with (security_barrier) as
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

create or replace view mart.child_identifiers with (security_barrier) as
select v.person_id as child_id, v.version, i.attributes, v.identifiers
from versions.child_version v
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
cross join lateral (
    select array_agg(a.attribute order by a.attribute) as attributes from rights.attribute a
    where a.population = 'child' and a.class = 'identifier' and o.see ? a.attribute) i
where i.attributes is not null and v.identifiers is not null and rights.told(o.see, v.version, v.changed);

create or replace view mart.child_conflict with (security_barrier) as
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

create or replace view mart.child_record with (security_barrier) as
select m.person_id as child_id, r.feed,
       case when o.see ? 'id_number' then r.source_key end as source_key,
       r.observed_at, r.withdrawn, m.decided_by, m.weight, m.since,
       (select coalesce(jsonb_object_agg(a.key, a.value), '{}') from json_each(r.attributes) a where o.see ? a.key) as attributes
from linkage.membership m
join mapping.source_record r on r.record_id = m.record_id and r.population = 'child'
join versions.child_version v on v.person_id = m.person_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where case when o.see ? '*' or o.see ? ('feed:' || r.feed) then true end;

create or replace view mart.membership with (security_barrier) as
select r.feed, r.source_key, m.person_id, r.population, m.decided_by, m.weight, m.since
from linkage.membership m
join mapping.source_record r on r.record_id = m.record_id
cross join rights.sight('child') s
cross join rights.sight('volunteer') t
cross join lateral (select case r.population when 'child' then s.young when 'volunteer' then t.young else '[]' end as see) o
where case when o.see ? 'id_number' then o.see ? '*' or o.see ? ('feed:' || r.feed) end;

create or replace view mart.volunteer_sealed with (security_barrier) as
select v.person_id as volunteer_id, case when rights.told(s.see, v.version, v.changed) then v.version
            else coalesce((versions.told_volunteer(v.person_id, v.version, v.valid_from, s.see)).version, v.version) end as version,
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
       case when s.see ? '*' then v.feeds
            when s.see <> '[]' then array(select f from unnest(v.feeds) f where s.see ? ('feed:' || f)) end as feeds,
       case when rights.told(s.see, v.version, v.changed) then v.valid_from
            else coalesce((versions.told_volunteer(v.person_id, v.version, v.valid_from, s.see)).valid_from, v.valid_from) end as valid_from,
       case when rights.told(s.see, v.version, v.changed) then v.recorded_at
            else coalesce((versions.told_volunteer(v.person_id, v.version, v.valid_from, s.see)).recorded_at, v.recorded_at) end as recorded_at,
       case when s.see ?| array['id_number', 'phone', 'address']
           then case when rights.told(s.see, v.version, v.changed) then v.identifiers
            else (select case when n.version is null then v.identifiers else n.identifiers end
                  from versions.told_volunteer(v.person_id, v.version, v.valid_from, s.see) n) end end as identifiers
from versions.volunteer_version v
cross join rights.sight('volunteer') s
where v.superseded_at is null and v.valid_to is null and s.see <> '[]';

create or replace view mart.volunteer_version with (security_barrier) as
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

create or replace function mart.volunteer_as_of(valid date, recorded timestamptz) returns setof mart.volunteer_version
language sql stable
begin atomic
    select distinct on (v.volunteer_id) v.*
    from mart.volunteer_version v
    where v.valid_from <= valid and (v.valid_to is null or v.valid_to > valid)
      and v.recorded_at <= recorded and (v.superseded_at is null or v.superseded_at > recorded)
    order by v.volunteer_id, v.version desc;
end;

create or replace view mart.volunteer_value with (security_barrier) as
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

create or replace view mart.volunteer_identifiers with (security_barrier) as
select v.person_id as volunteer_id, v.version, i.attributes, v.identifiers
from versions.volunteer_version v
cross join rights.sight('volunteer') s
cross join lateral (
    select array_agg(a.attribute order by a.attribute) as attributes from rights.attribute a
    where a.population = 'volunteer' and a.class = 'identifier' and s.see ? a.attribute) i
where i.attributes is not null and v.identifiers is not null and rights.told(s.see, v.version, v.changed);

-- A version of which the caller sees nothing that changed is no change to him.
create or replace view mart.change with (security_barrier) as
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
           coalesce(bool_or(v.version = c.version and rights.told(o.see, v.version, v.changed)), false) as told,
           string_to_array((array_agg(array_to_string(
               case when o.see ? '*' then v.changed else array(select a from unnest(v.changed) a where o.see ? a) end, ','))
               filter (where v.version = c.version))[1], ',') as changed
    from versions.child_version v
    cross join rights.sight('child') s
    cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
    where c.population = 'child' and v.person_id in (c.person_id, c.other_id)
      and (c.version is null or v.version in (c.version, c.version - 1)) and (o.see <> '[]' or s.mask_name)
    union all
    select 'volunteer', coalesce(bool_or(v.version = c.version), false), coalesce(bool_or(true), false),
           coalesce(bool_or(v.version = c.version and rights.told(s.see, v.version, v.changed)), false),
           string_to_array((array_agg(array_to_string(
               case when s.see ? '*' then v.changed else array(select a from unnest(v.changed) a where s.see ? a) end, ','))
               filter (where v.version = c.version))[1], ',')
    from versions.volunteer_version v
    cross join rights.sight('volunteer') s
    where c.population = 'volunteer' and v.person_id in (c.person_id, c.other_id)
      and (c.version is null or v.version in (c.version, c.version - 1)) and s.see <> '[]'
) seen
where b.position is not null and (select rights.persons())
  and (seen.ever and (c.kind <> 'version' or seen.told or not seen.now) or c.kind = 'erased' and c.population = seen.population);

create or replace view mart.change_batch with (security_barrier) as
select b.position, b.at, b.first_number, b.last_number
from versions.change_batch b
where b.position is not null and (select rights.persons());

create or replace view mart.child_kind with (security_barrier) as
select h.child_id, h.rule, digitalfile.shown(h.evidence, o.see) as evidence, h.since, coalesce(v.on_roster, false) as on_roster, h.rule_version
from digitalfile.hit h
join versions.child_version v on v.person_id = h.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where h.part = 'kind' and h.superseded_at is null and digitalfile.grounded(h.grounds, o.see) and o.see ?& array['kinds', 'on_roster'];

create or replace view mart.risk with (security_barrier) as
select r.child_id,
       case when o.see ? '*' then r.grade else digitalfile.told_grade(r.child_id, o.see) end as grade,
       array(select h.rule from digitalfile.hit h
             where h.child_id = r.child_id and h.part = 'risk' and h.superseded_at is null
               and digitalfile.grounded(h.grounds, o.see)
             order by array_position(r.rules, h.rule)) as rules,
       case when o.see ? '*' then r.since end as since
from digitalfile.risk r
join versions.child_version v on v.person_id = r.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where r.superseded_at is null and case when o.see ? 'kinds' then true end;

-- A change of grade tells of every rule: it is for who sees every attribute.
create or replace view mart.risk_change with (security_barrier) as
select c.seq, c.at, c.run_id, c.child_id, c.before, c.after, c.rules
from digitalfile.risk_change c
left join versions.child_version v on v.person_id = c.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (
    select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where case when o.see ? '*' then v.person_id is not null or (select rights.everywhere()) end;

create or replace view mart.hidden_change with (security_barrier) as
select c.seq, c.run_id, c.day, c.at, c.child_id, c.rule, c.change, c.reason
from digitalfile.hidden_change c
left join versions.child_version v on v.person_id = c.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (
    select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where case when o.see ?& array['kinds', 'on_roster'] then
      case c.rule when '31' then o.see ? 'disability_category' when '32' then o.see ? 'diagnoses' else o.see ? 'father_state' end end
  and (v.person_id is not null or (select rights.everywhere()));

create or replace view mart.uncovered_child with (security_barrier) as
select u.child_id, u.reason, u.cause, case when o.see ? 'kinds' then u.urgency end as urgency,
       u.division collate "C" as division, u.pairing_id, u.former_id, u.since,
       r.zh as reason_zh, r.en as reason_en, r.mend_zh, r.mend_en, u.detail
from pairing.uncovered u
join pairing.reason r on r.code = u.reason
cross join rights.sight('child') s
left join versions.child_version v on v.person_id = u.child_id and v.superseded_at is null and v.valid_to is null
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select rights.lists('uncovered')) and case when o.see ? 'kinds' or o.see ? 'on_roster' and v.on_roster then true end;

-- Lists of the whole city, and who may be told of them, by rights.yaml.
create or replace view mart.pairing_problem with (security_barrier) as
select p.pairing_id, p.problem, p.detail from pairing.problem p where (select rights.lists('pairings'));
create or replace view mart.supporter_vacancy with (security_barrier) as
select p.pairing_id, w.role
from pairing.pairing p
cross join pairing.wanted_role w
where p.state in ('active', 'confirmed') and (select rights.lists('pairings'))
  and not exists (select from pairing.supporter s where s.pairing_id = p.pairing_id and s.role = w.role);

create or replace view mart.pairing with (security_barrier) as
select p.pairing_id, p.child_id, p.volunteer_id, p.state, p.since, p.until,
       case when o.see ? 'kinds' or p.child_id is null then p.reasons end as reasons
from pairing.pairing p
cross join rights.sight('child') s
left join versions.child_version v on v.person_id = p.child_id and v.superseded_at is null and v.valid_to is null
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select rights.lists('pairings'));

create or replace view mart.supporter with (security_barrier) as
select p.pairing_id, p.number, p.role,
       case when o.see ? 'guardian_name' or p.child_id is null then p.name else rights.masked(p.name) end as name,
       case when o.see ? 'guardian_phone' or p.child_id is null then p.phone end as phone
from (select u.*, g.child_id from pairing.supporter u join pairing.pairing g using (pairing_id)) p
cross join rights.sight('child') s
left join versions.child_version v on v.person_id = p.child_id and v.superseded_at is null and v.valid_to is null
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select rights.lists('pairings'));

create or replace view mart.pairing_decision with (security_barrier) as
select d.decision_id, d.pairing_id, d.kind, d.child_id, d.volunteer_id, d.side, d.actor,
       case when d.side = 'program' or o.see ? 'guardian_name' then d.reason end as reason, d.day, d.at
from pairing.decision d
cross join rights.sight('child') s
left join versions.child_version v on v.person_id = d.child_id and v.superseded_at is null and v.valid_to is null
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select rights.lists('pairings'));

create or replace view ops.quarantine with (security_barrier) as
select q.quarantine_id, q.feed, q.place, q.key as source_key, q.reason, q.field, q.text, q.since, q.resolved, q.pull_id, q.seq
from landing.quarantine q
where (select rights.lists('quarantine'));

create or replace view ops.verdict with (security_barrier) as
select v.verdict_id, v.population, v.kind, v.feed_a, v.key_a as source_key_a, v.feed_b, v.key_b as source_key_b,
       v.actor, v.at, v.reason, v.undone_at, v.undone_by, v.undo_reason
from linkage.verdict v
where (select rights.lists('verdicts'));

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
where (select rights.lists('review')) and (r.reason = 'conflicting verdicts'
   or not exists (
       select from linkage.verdict v
       where v.undone_at is null
         and ((v.feed_a, v.key_a, v.feed_b, v.key_b) = (ra.feed, ra.source_key, rb.feed, rb.source_key)
           or (v.feed_a, v.key_a, v.feed_b, v.key_b) = (rb.feed, rb.source_key, ra.feed, ra.source_key))));

create or replace view ops.finding with (security_barrier) as
select f.finding_id, coalesce(mart.current_id(f.child_id), f.child_id) as child_id, f.child_id as said_of, f.rule, f.outcome,
       f.found_on, f.actor, f.at, f.reason, f.undone_at, f.undone_by, f.undo_reason
from digitalfile.finding f
where (select rights.lists('findings'));

create or replace view ops.correction with (security_barrier) as
select c.correction_id, coalesce(mart.current_id(c.person_id), c.person_id) as person_id, c.person_id as said_of, c.attribute,
       case when c.erased_at is not null then 'erased' when c.undone_at is not null then 'undone'
            when c.settled_at is not null then 'settled' else 'in force' end as state,
       c.since, c.actor, c.at, c.settled_at, c.settled_run, c.undone_at, c.undone_by
from subject.correction c
where (select rights.lists('corrections'));

create or replace view ops.erasure with (security_barrier) as
select e.erasure_id, e.person_id, e.reason, e.actor, e.at, e.refused, e.records, e.versions, e.kept
from subject.erasure e
where (select rights.lists('erasures'));

create or replace view ops.age_clock with (security_barrier) as
select e.person_id as child_id, e.age, e.since, e.run_id, e.at,
       case e.age
           when 14 then 'no longer sensitive by age alone'
           when 16 then 'consent to be asked of the child'
           else 'archived'
       end as effect
from audit.age_event e
where (select rights.lists('ages'));

comment on column mart.child_version.superseded_at is '被取代时间：when another version took its place; null: it stands; shown to who sees every attribute, and to others when the file has ended';
comment on column mart.child_version.run_id is '批次：the run that recorded it; for who sees every attribute';
comment on column mart.volunteer_version.superseded_at is '被取代时间：when another version took its place; null: it stands; shown to who sees every attribute, and to others when the file has ended';
comment on column mart.volunteer_version.run_id is '批次：the run that recorded it; for who sees every attribute';
comment on view mart.child_version is '儿童数字档案：全部版本。Every version of a digital file: on which days it was true (valid_from, valid_to), from when to when it was recorded (recorded_at, superseded_at), and what changed. For one child no two versions overlap in both. Who does not see every attribute is shown those versions alone that changed something he sees.';
comment on column mart.child_value.feed is '数据源：the feed that gives the value; here and beside it null where a feed that can give the attribute may not be named';
comment on column mart.volunteer_value.feed is '数据源：the feed that gives the value; here and beside it null where a feed that can give the attribute may not be named';
comment on view mart.child_conflict is '儿童数据冲突。Where the feeds disagree about a child: what was chosen, and the others with their records. Shown where every feed that can give the attribute may be named.';
comment on view mart.child_record is '儿童来源记录。The source records of each child, as they were mapped, with who decided that they are the child''s. Of the feeds that may be named, and of each record the attributes that the caller may see.';
comment on view mart.membership is '源记录归属。Which source record belongs to which person, who decided so, and by how many bits of evidence. Of the feeds that may be named, to who sees id numbers, of children under 14 too.';
comment on column mart.change.changed is 'The attributes in which the version differs from the one before, as far as they are shown; null for what is no version.';
comment on column mart.change.kind is 'version (a version was written that changes something the caller sees), left (one was written that the caller does not see, unlike the one before: it is another''s from now on), created, joined, split, moved, retired (as in mart.identity_change), erased (the file is no more).';
comment on view mart.child_kind is '困境类别及证据。Which kinds of difficulty the evidence supports of each child, on the roster or not. Shown to whoever sees kinds of difficulty, the roster and all values of one ground that the rule rests on.';
comment on view mart.risk is '风险等级。The grade of risk of each child under 18: the gravest rule that fires decides, of those whose values the caller sees; green: none does. Shown to whoever sees kinds of difficulty.';
comment on column mart.risk.grade is '等级：green, yellow or red, by the rules that the caller may be told of';
comment on column mart.risk.since is '起始日期：since when; for who sees every attribute';
comment on view mart.risk_change is '风险等级变更。Changes of grade. That a child came in green or left green is none. For who sees every attribute.';
comment on view mart.hidden_change is '隐秘的角落：变化。Who came into mart.hidden_child and who went, night by night. To who sees kinds of difficulty, the roster and what the kind rests on: 11 and 12 judicial facts, 31 disability, 32 diagnoses.';
comment on view mart.uncovered_child is '未结对儿童。Children who should have a caring mother and have none in post, and why: as of the last night or decision. Those of the roster to who sees it, hidden ones to who sees kinds of difficulty.';

do $$
declare
    who text;
begin
    foreach who in array array['child', 'child_version', 'child_sealed', 'volunteer', 'volunteer_version', 'volunteer_sealed'] loop
        execute format('comment on column mart.%I.feeds is %L', who, '数据源：the feeds that speak of the person, as far as they may be named');
    end loop;
    foreach who in array array['child', 'child_sealed', 'volunteer', 'volunteer_sealed'] loop
        execute format('comment on column mart.%I.version is %L', who,
            '版本号：number of the version, from 1 on; no order in time is meant; the last one that changed something the caller sees');
    end loop;
    foreach who in array array['child', 'child_sealed'] loop
        execute format('comment on column mart.%I.risk is %L', who,
            '风险等级：green, yellow or red, by the rules that the caller may be told of; shown where kinds of difficulty are');
    end loop;
end $$;
