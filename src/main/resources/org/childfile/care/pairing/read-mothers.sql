-- Who may be proposed: in post, not known to be under 18; what she takes and has; where any organisation lists her.
with taken as (
    select p.volunteer_id, count(*)::integer as pairs
    from pairing.pairing p
    where (p.state in ('active', 'confirmed')
           -- Where one district is looked at, what is proposed in others stands.
           or (p.state = 'proposed' and :district <> ''
               and not exists (select from need n where n.child_id = p.child_id and n.division like :district || '%')))
      and p.volunteer_id is not null
    group by p.volunteer_id
),
listed as (
    select m.person_id, array_agg(distinct a.attributes ->> 'division') as divisions
    from mapping.source_record r
    join linkage.membership m using (record_id)
    cross join lateral (select mapping.readable(r.attributes) as attributes) a
    where r.population = 'volunteer' and not r.withdrawn
      and coalesce(a.attributes ->> 'in_post', 'true') <> 'false' and a.attributes ->> 'division' is not null
    group by m.person_id
)
select v.person_id, v.division, coalesce(l.divisions, '{}') as divisions, coalesce(v.skills, '{}') as skills,
       coalesce(t.pairs, 0) as pairs, greatest(coalesce(v.capacity, 1) - coalesce(t.pairs, 0), 0) as free,
       v.birth_date is null as age_unknown,
       k.good_until = 'infinity' or (k.good_until > :day::date and k.checked_on <= :day::date) as checked
from versions.volunteer_version v
join pairing.volunteer_check k on k.volunteer_id = v.person_id
left join taken t on t.volunteer_id = v.person_id
left join listed l on l.person_id = v.person_id
where v.superseded_at is null and v.valid_to is null and v.in_post and v.division is not null
  and (v.birth_date is null or v.birth_date + interval '18 years' <= :day::date)
order by v.person_id collate "C"
