-- What the federation lists takes the place of our own pair of the same two; and our own end on their day.
with own as (
    select p.pairing_id, p.child_id, p.volunteer_id, p.state, p.since, l.pairing_id as by_id, l.since as by_since
    from pairing.pairing p
    join pairing.pairing l
      on l.child_id = p.child_id and l.volunteer_id = p.volunteer_id and l.state in ('active', 'confirmed')
     and exists (select from pairing.listing t where t.pairing_id = l.pairing_id)
    where p.state in ('proposed', 'confirmed')
      and not exists (select from pairing.listing t where t.pairing_id = p.pairing_id)
),
taken as (
    update pairing.pairing p
    set state = case o.state when 'confirmed' then 'ended' else 'rejected' end,
        until = greatest(p.since, case o.state when 'confirmed' then o.by_since - 1 else :day::date end),
        reasons = p.reasons || jsonb_build_object('taken_over_by', o.by_id)
    from own o
    where o.pairing_id = p.pairing_id
),
over as (
    update pairing.pairing p
    set state = 'ended'
    where p.state = 'confirmed' and p.until <= :day
      and not exists (select from own o where o.pairing_id = p.pairing_id)
      and not exists (select from pairing.listing t where t.pairing_id = p.pairing_id)
)
insert into pairing.decision (pairing_id, kind, child_id, volunteer_id, side, actor, reason, day)
select pairing_id, 'take-over', child_id, volunteer_id, 'program', 'childfile', by_id, by_since
from own
order by pairing_id collate "C"
