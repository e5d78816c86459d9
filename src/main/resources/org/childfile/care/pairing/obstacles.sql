-- What forbids that these two become a pair on a day, the gravest first.
with child as (
    select v.person_id, v.birth_date, array[v.guardian_name, v.father_name, v.mother_name] as names,
           left(coalesce(v.residence_division, v.registered_division), 9) as township
    from versions.child_version v
    where v.person_id = :child and v.superseded_at is null and v.valid_to is null
),
mother as (
    select v.person_id, v.birth_date, v.in_post, v.name, v.name_normal, left(v.division, 9) as township, coalesce(v.capacity, 1) as capacity,
           v.id_number_index
    from versions.volunteer_version v
    where v.person_id = :volunteer and v.superseded_at is null and v.valid_to is null
)
select o.obstacle
from (
    select 1, 'no-such-child' where not exists (select from child)
    union all
    select 2, 'no-such-volunteer' where not exists (select from mother)
    union all
    select 3, 'grown-up' from child where birth_date + interval '18 years' <= :day::date
    union all
    select 4, 'left-post' from mother where in_post is not true
    union all
    select 5, 'mother-under-18' from mother where birth_date + interval '18 years' > :day::date
    union all
    select 6, case when k.checked_on is null then 'unchecked' else 'check-lapsed' end
    from pairing.volunteer_check k
    where k.volunteer_id = :volunteer and k.good_until <> 'infinity'
      and (k.checked_on is null or k.good_until <= :day::date or k.checked_on > :day::date)
    union all
    select 7, 'party'
    where exists (select from child c join mother m on (m.name = any (c.names) or m.name_normal = any (c.names)) and m.township = c.township)
       or exists (select from pairing.mark k join mother m on m.id_number_index = k.mark
                  where k.person_id = :child and k.kind = 'parent')
       or exists (select from pairing.mark k join pairing.mark o on o.mark = k.mark and o.kind = k.kind and k.kind = 'phone'
                  where k.person_id = :child and o.person_id = :volunteer)
    union all
    select 8, 'covered'
    from pairing.pairing p
    join versions.volunteer_version v
      on v.person_id = p.volunteer_id and v.superseded_at is null and v.valid_to is null and v.in_post is not false
    where p.child_id = :child and p.state in ('active', 'confirmed')
    union all
    select 9, 'no-place'
    from mother m
    where m.capacity <= (select count(*) from pairing.pairing p
                         where p.volunteer_id = :volunteer and p.state in ('active', 'confirmed'))
) o (rank, obstacle)
order by o.rank
limit 1
