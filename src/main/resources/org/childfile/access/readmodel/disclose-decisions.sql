-- What persons and rules decided about the file: identities, verdicts, corrections, ages.
with record as (
    select r.feed, r.source_key
    from linkage.membership m
    join mapping.source_record r on r.record_id = m.record_id
    where m.person_id = :id
)
select to_char(d.at, 'YYYY-MM-DD HH24:MI') as decided, d.decision, d.actor, d.detail
from (
    select i.at, 'identity ' || i.kind as decision, '' as actor, coalesce(i.other_id, '') as detail
    from linkage.identity_change i
    where i.person_id = :id
    union all
    select v.at, 'verdict ' || v.kind, v.actor, v.reason
    from linkage.verdict v
    where (v.feed_a, v.key_a) in (select feed, source_key from record)
       or (v.feed_b, v.key_b) in (select feed, source_key from record)
    union all
    select o.at, 'correction ' || o.state, o.actor, o.correction_id::text
    from ops.correction o
    where o.person_id = :id
    union all
    select a.at, 'age ' || a.age, '', a.since::text
    from audit.age_event a
    where a.person_id = :id
) d
order by d.at, d.decision
