-- What persons and rules decided about the file: identities, verdicts, corrections, ages.
with said as (select ?::text as id)
select to_char(d.at, 'YYYY-MM-DD HH24:MI') as decided, d.decision, d.actor, d.detail
from (
    select i.at, 'identity ' || i.kind as decision, '' as actor, coalesce(i.other_id, '') as detail
    from said s join mart.identity_change i on i.person_id = s.id or i.other_id = s.id
    union all
    select v.at, 'verdict ' || v.kind, v.actor, v.reason
    from ops.verdict v
    where exists (
        select from said s join mart.membership m on m.person_id = s.id
        where (m.feed, m.source_key) in ((v.feed_a, v.source_key_a), (v.feed_b, v.source_key_b)))
    union all
    select o.at, 'correction ' || o.state, o.actor, o.correction_id::text
    from said s
    join ops.correction o on o.person_id = s.id
    union all
    select a.at, 'age ' || a.age, '', a.since::text
    from said s join ops.age_clock a on a.child_id = s.id
) d
order by d.at, d.decision
