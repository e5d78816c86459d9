-- Proposals that stand no more. They were never in force.
with gone as (
    update pairing.pairing p
    set state = 'rejected', until = greatest(p.since, :day::date), reasons = p.reasons || jsonb_build_object('withdrawn', w.why)
    from (
        select p.pairing_id,
               case when n.child_id is null then 'covered-or-not-in-need'
                    when l.volunteer_id is null then l.reason
                    else 'another-is-better' end as why
        from pairing.pairing p
        left join need n on n.child_id = p.child_id
        left join planned l on l.child_id = p.child_id
        where p.state = 'proposed' and l.volunteer_id is distinct from p.volunteer_id
          and (:district = '' or n.child_id is null or n.division like :district || '%')
    ) w
    where w.pairing_id = p.pairing_id
    returning p.pairing_id, p.child_id, p.volunteer_id, w.why
)
insert into pairing.decision (pairing_id, kind, child_id, volunteer_id, side, actor, reason, day)
select pairing_id, 'withdraw', child_id, volunteer_id, 'program', 'childfile', why, :day
from gone
order by pairing_id collate "C"
