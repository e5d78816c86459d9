-- A pairing keeps its persons as long as they live; it takes others where the federation names others, or where it had none.
with recursive lives (person_id, as_id) as (
    select p.person_id, p.retired_into from linkage.person p where p.retired_into is not null
    union all
    select l.person_id, p.retired_into from lives l join linkage.person p on p.person_id = l.as_id
    where p.retired_into is not null
),
living as (
    select l.person_id, l.as_id from lives l join linkage.person p on p.person_id = l.as_id where p.retired_into is null
),
stopped as (
    select distinct on (pairing_id) pairing_id, day from pairing.decision where kind = 'end'
    order by pairing_id, decision_id desc
),
said as (
    select l.pairing_id, r.child_id, r.volunteer_id, l.renamed, l.listed_on, l.end_reason, l.withdrawn_on,
           coalesce(l.started_on, l.listed_on) as since,
           case when coalesce(l.ended_on, l.withdrawn_on, e.day) is not null
                then greatest(least(l.ended_on, l.withdrawn_on, e.day), coalesce(l.started_on, l.listed_on)) end as until,
           e.day as stopped
    from pairing.listing l
    join resolved r using (pairing_id)
    left join stopped e using (pairing_id)
),
settled as (
    select s.pairing_id,
           case when p.pairing_id is null or s.renamed or p.child_id is null then s.child_id
                else coalesce(lc.as_id, p.child_id) end as child_id,
           case when p.pairing_id is null or s.renamed or p.volunteer_id is null then s.volunteer_id
                else coalesce(lv.as_id, p.volunteer_id) end as volunteer_id,
           case when s.until <= :day then 'ended' when s.since > :day then 'confirmed' else 'active' end as state,
           s.since, s.until,
           jsonb_strip_nulls(jsonb_build_object('listed', s.listed_on, 'end_reason', s.end_reason,
               'withdrawn', s.withdrawn_on, 'stopped', s.stopped)) as reasons
    from said s
    left join pairing.pairing p using (pairing_id)
    left join living lc on lc.person_id = p.child_id
    left join living lv on lv.person_id = p.volunteer_id
),
looked_up as (update pairing.listing set renamed = false where renamed)
insert into pairing.pairing as p (pairing_id, child_id, volunteer_id, state, since, until, reasons)
select pairing_id, child_id, volunteer_id, state, since, until, reasons from settled
on conflict (pairing_id) do update
set child_id = excluded.child_id, volunteer_id = excluded.volunteer_id, state = excluded.state, since = excluded.since,
    until = excluded.until, reasons = excluded.reasons
where (p.child_id, p.volunteer_id, p.state, p.since, p.until, p.reasons)
    is distinct from (excluded.child_id, excluded.volunteer_id, excluded.state, excluded.since, excluded.until, excluded.reasons)
