-- Children who need a caring mother: in need, under 18, and without a pairing in force with somebody in post.
create temporary table need on commit drop as
select c.child_id, c.hidden, c.grade, coalesce(v.kinds, '{}') as kinds, v.enrolment_state,
       v.provenance -> 'values' -> 'psych_level' ->> 0 as psych_level,
       coalesce(v.residence_division, v.registered_division) as division,
       array_remove(array[v.guardian_name, v.father_name, v.mother_name, v.provenance -> 'values' -> 'carer_name' ->> 0], null) as names,
       p.pairing_id as former_id,
       case when p.pairing_id is null then 'never-paired'
            when p.state = 'ended' then 'ended'
            when p.volunteer_id is null then 'unknown-volunteer'
            else 'left-post' end as cause
from pairing.child_in_need c
join versions.child_version v on v.person_id = c.child_id and v.superseded_at is null and v.valid_to is null
left join lateral (
    select p.pairing_id, p.state, p.volunteer_id
    from pairing.pairing p
    where p.child_id = c.child_id and p.state in ('active', 'confirmed', 'ended')
    order by p.state = 'ended', p.until desc nulls first, p.pairing_id collate "C"
    limit 1
) p on true
where (v.birth_date is null or v.birth_date + interval '18 years' > :day::date)
  -- A list that is made once, whatever the planner believes of the tables' sizes.
  and c.child_id not in (
      select g.child_id
      from pairing.pairing g
      join versions.volunteer_version m
        on m.person_id = g.volunteer_id and m.superseded_at is null and m.valid_to is null and m.in_post is distinct from false
      where g.child_id is not null and g.state in ('active', 'confirmed'))
