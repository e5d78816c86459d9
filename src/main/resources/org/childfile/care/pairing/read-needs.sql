-- Each child with the mothers who cannot be hers, who are known to it, and who is proposed already.
with sibling as (
    select n.child_id, o.person_id as other_id
    from need n
    join pairing.mark m on m.person_id = n.child_id and m.kind in ('parent', 'household')
    join pairing.mark o on o.mark = m.mark and o.kind = m.kind and o.person_id <> m.person_id and o.person_id like 'C%'
    group by n.child_id, o.person_id
),
rejection as (
    select pairing.lives_as(child_id) as child_id, pairing.lives_as(volunteer_id) as volunteer_id, side
    from pairing.decision
    where kind = 'reject' and side <> 'program'
),
refused as (
    select n.child_id, r.volunteer_id from need n join rejection r using (child_id)
    union
    select s.child_id, r.volunteer_id from sibling s join rejection r on r.child_id = s.other_id and r.side = 'family'
),
party as (
    select n.child_id, v.person_id as volunteer_id
    from need n
    join pairing.mark m on m.person_id = n.child_id and m.kind = 'parent'
    join versions.volunteer_version v on v.id_number_index = m.mark and v.superseded_at is null and v.valid_to is null
    union
    select n.child_id, o.person_id
    from need n
    join pairing.mark m on m.person_id = n.child_id and m.kind = 'phone'
    join pairing.mark o on o.mark = m.mark and o.kind = 'phone' and o.person_id like 'V%'
    union
    select n.child_id, v.person_id
    from need n
    cross join lateral unnest(n.names) family (kin)
    join versions.volunteer_version v
      on family.kin in (v.name, v.name_normal) and left(v.division, 9) = left(n.division, 9) and v.superseded_at is null and v.valid_to is null
),
known as (
    select n.child_id, p.volunteer_id
    from need n join pairing.pairing p on p.child_id = n.child_id and p.state = 'ended'
    union
    select s.child_id, p.volunteer_id
    from sibling s join pairing.pairing p on p.child_id = s.other_id and p.state in ('active', 'confirmed')
),
gathered as (
    select child_id,
           array_agg(distinct volunteer_id) filter (where why = 'refused') as refused,
           array_agg(distinct volunteer_id) filter (where why = 'party') as parties,
           array_agg(distinct volunteer_id) filter (where why = 'known') as known,
           max(volunteer_id) filter (where why = 'standing') as standing
    from (
        select child_id, volunteer_id, 'refused' as why from refused
        union all
        select child_id, volunteer_id, 'party' from party
        union all
        select child_id, volunteer_id, 'known' from known
        union all
        select child_id, volunteer_id, 'standing' from pairing.pairing where state = 'proposed'
    ) each
    where volunteer_id is not null
    group by child_id
)
select n.child_id, n.hidden, n.grade, n.kinds, n.enrolment_state, n.psych_level, n.division, n.former_id, n.cause,
       coalesce(g.refused, '{}') as refused, coalesce(g.parties, '{}') as parties, coalesce(g.known, '{}') as known, g.standing
from need n
left join gathered g using (child_id)
order by n.child_id collate "C"
