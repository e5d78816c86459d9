-- The published views. Other programs build on these names and columns.
create schema mart;

create view mart.child as
select v.person_id as child_id, v.version,
       v.name, v.sex, v.birth_date, v.id_number, v.ethnic_group, v.registered_division, v.residence_division,
       v.residence_address, coalesce(v.kinds, '{}') as kinds, coalesce(v.on_roster, false) as on_roster,
       null::text as risk, v.guardian_name, v.guardian_kinship, v.guardian_phone, v.father_name,
       v.father_state, v.mother_name, v.mother_state, v.school_code, v.school_name, v.grade, v.enrolment_state,
       v.boarding, v.left_behind, v.migrant, v.disability_category, v.disability_grade,
       coalesce(v.diagnoses, '{}') as diagnoses, v.insurance_state, v.subsidised, v.feeds,
       v.valid_from, v.recorded_at
from versions.child_version v
where v.superseded_at is null;
comment on view mart.child is 'The digital file of each child as it stands: its current version.';

create view mart.child_version as
select v.person_id as child_id, v.version,
       v.name, v.sex, v.birth_date, v.id_number, v.ethnic_group, v.registered_division, v.residence_division,
       v.residence_address, coalesce(v.kinds, '{}') as kinds, coalesce(v.on_roster, false) as on_roster,
       null::text as risk, v.guardian_name, v.guardian_kinship, v.guardian_phone, v.father_name,
       v.father_state, v.mother_name, v.mother_state, v.school_code, v.school_name, v.grade, v.enrolment_state,
       v.boarding, v.left_behind, v.migrant, v.disability_category, v.disability_grade,
       coalesce(v.diagnoses, '{}') as diagnoses, v.insurance_state, v.subsidised, v.feeds,
       v.valid_from,
       lead(v.valid_from) over (partition by v.person_id order by v.version) as valid_to,
       v.recorded_at, v.superseded_at, v.changed, v.run_id
from versions.child_version v;
comment on view mart.child_version is 'Every version of a digital file: when it was true (valid), when it was recorded, and what changed in it.';

create view mart.volunteer as
select v.person_id as volunteer_id, v.version,
       v.name, v.sex, v.id_number, v.birth_date, v.post, v.organisation, v.division, v.phone, v.address,
       coalesce(v.skills, '{}') as skills, v.capacity, coalesce(v.training, '{}') as training, v.in_post,
       v.feeds,
       v.valid_from, v.recorded_at
from versions.volunteer_version v
where v.superseded_at is null;
comment on view mart.volunteer is 'The e-archive entry of each volunteer as it stands: its current version.';

create view mart.volunteer_version as
select v.person_id as volunteer_id, v.version,
       v.name, v.sex, v.id_number, v.birth_date, v.post, v.organisation, v.division, v.phone, v.address,
       coalesce(v.skills, '{}') as skills, v.capacity, coalesce(v.training, '{}') as training, v.in_post,
       v.feeds,
       v.valid_from,
       lead(v.valid_from) over (partition by v.person_id order by v.version) as valid_to,
       v.recorded_at, v.superseded_at, v.changed, v.run_id
from versions.volunteer_version v;
comment on view mart.volunteer_version is 'Every version of an e-archive entry: when it was true (valid), when it was recorded, and what changed in it.';

create function mart.child_as_of(valid date, recorded timestamptz) returns setof mart.child_version
language sql stable
begin atomic
    select distinct on (v.child_id) v.*
    from mart.child_version v
    where v.recorded_at <= recorded and v.valid_from <= valid
    order by v.child_id, v.version desc;
end;
comment on function mart.child_as_of is 'Each digital file as it was true on a day, by what was recorded until a moment.';

create view mart.child_value as
select v.person_id as child_id, v.version, p.attribute,
       case jsonb_typeof(p.detail -> 0) when 'string' then p.detail ->> 0 else (p.detail -> 0)::text end as value,
       s.source ->> 0 as feed, s.source ->> 1 as source_key, (s.source ->> 2)::timestamptz as observed_at,
       p.detail ->> 2 as rule
from versions.child_version v
cross join lateral jsonb_each(v.provenance -> 'values') p (attribute, detail)
cross join lateral (select v.provenance -> 'sources' -> (p.detail ->> 1)::integer as source) s;
comment on view mart.child_value is 'Every value of every version of a digital file: from which record of which feed, of when, and by which rule.';

create view mart.child_conflict as
select v.person_id as child_id, c ->> 'attribute' as attribute,
       case jsonb_typeof(c -> 'chosen') when 'string' then c ->> 'chosen' else (c -> 'chosen')::text end as chosen,
       c ->> 'feed' as feed, c -> 'others' as others
from versions.child_version v
cross join lateral jsonb_array_elements(v.conflicts) c
where v.superseded_at is null;
comment on view mart.child_conflict is 'Where the feeds disagree about a child: what was chosen, and the others with their records.';

create view mart.volunteer_value as
select v.person_id as volunteer_id, v.version, p.attribute,
       case jsonb_typeof(p.detail -> 0) when 'string' then p.detail ->> 0 else (p.detail -> 0)::text end as value,
       s.source ->> 0 as feed, s.source ->> 1 as source_key, (s.source ->> 2)::timestamptz as observed_at,
       p.detail ->> 2 as rule
from versions.volunteer_version v
cross join lateral jsonb_each(v.provenance -> 'values') p (attribute, detail)
cross join lateral (select v.provenance -> 'sources' -> (p.detail ->> 1)::integer as source) s;
comment on view mart.volunteer_value is 'Every value of every version of an e-archive entry, with its source.';

create view mart.membership as
select r.feed, r.source_key, m.person_id, r.population, m.decided_by, m.weight, m.since
from linkage.membership m
join mapping.source_record r on r.record_id = m.record_id;
comment on view mart.membership is 'Which source record belongs to which person, who decided so, and by how many bits of evidence.';

create view mart.identity_change as
select seq, at, run_id, kind, person_id, other_id from linkage.identity_change;
comment on view mart.identity_change is 'What happened to persons: created, joined (other_id went into person_id), split, moved, retired (person_id lives on as other_id).';
