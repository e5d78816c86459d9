with in_force as (
    select p.pairing_id, p.child_id, p.volunteer_id
    from pairing.pairing p
    where p.state in ('active', 'confirmed') and p.since <= :day
),
found (pairing_id, problem, detail) as (
    select p.pairing_id, 'unknown-child', ''
    from pairing.pairing p join resolved r using (pairing_id)
    where p.child_id is null and not r.many
    union all
    select pairing_id, 'many-children', '' from resolved where many and child_id is null
    union all
    select pairing_id, 'unknown-volunteer', '' from pairing.pairing where volunteer_id is null
    union all
    select pairing_id, 'two-children', child_id || ' ' || other_child_id from resolved where other_child_id is not null
    union all
    select pairing_id, 'ended-before-begun', started_on || ' ' || ended_on from pairing.listing where ended_on < started_on
    union all
    select i.pairing_id, 'two-mothers', string_agg(o.pairing_id, ' ' order by o.pairing_id collate "C")
    from in_force i join in_force o on o.child_id = i.child_id and o.pairing_id <> i.pairing_id
    group by i.pairing_id
    union all
    select i.pairing_id, 'over-capacity', i.volunteer_id
    from (select i.*, count(*) over (partition by i.volunteer_id) as pairings from in_force i) i
    join versions.volunteer_version v
      on v.person_id = i.volunteer_id and v.superseded_at is null and v.valid_to is null
    where i.pairings > coalesce(v.capacity, 1)
),
solved as (
    delete from pairing.problem p
    where not exists (select from found f where f.pairing_id = p.pairing_id and f.problem = p.problem)
)
insert into pairing.problem as p (pairing_id, problem, detail)
select pairing_id, problem, detail from found
on conflict (pairing_id, problem) do update set detail = excluded.detail where p.detail <> excluded.detail
