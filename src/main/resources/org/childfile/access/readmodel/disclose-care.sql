-- The child's pairings, who stands by them, what was owed and done, and what persons decided about them. That a record of care
-- reports abuse is left out, with its words.
with recursive me (id) as (
    select :id::text
    union
    select p.person_id from me join linkage.person p on p.retired_into = me.id
),
mine as (
    select p.pairing_id, p.volunteer_id, p.since, p.until, p.state from pairing.pairing p join me on me.id = p.child_id
)
select since, until, matter, kind, state, detail, note_feed, note_key, note_box
from (
    select m.since::text as since, m.until::text as until, 'pairing' as matter, null as kind, m.state,
           concat_ws(' ', m.pairing_id, v.name, v.organisation) as detail, null as note_feed, null as note_key,
           null::bytea as note_box
    from mine m
    left join versions.volunteer_version v
      on v.person_id = m.volunteer_id and v.superseded_at is null and v.valid_to is null
    union all
    select null, null, 'supporter', s.role, null, concat_ws(' ', m.pairing_id, s.name, s.phone), null, null, null
    from mine m join pairing.supporter s using (pairing_id)
    union all
    select null, null, 'pairing-problem', null, null, concat_ws(' ', m.pairing_id, b.problem), null, null, null
    from mine m join pairing.problem b using (pairing_id)
    union all
    select d.period_start::text, d.period_end::text, 'duty', d.kind, d.state,
           concat_ws(' ', m.pairing_id, to_char(d.done_at, 'YYYY-MM-DD')), null, null, null
    from mine m join care.duty d using (pairing_id)
    union all
    select k.day::text, to_char(u.at, 'YYYY-MM-DD'), 'mark', k.kind, k.mark, concat_ws(' ', k.reason, k.actor, u.reason), null, null, null
    from mine m join care.mark k using (pairing_id) left join care.mark_undone u using (mark_id)
    union all
    select to_char((r.attributes ->> 'at')::timestamptz, 'YYYY-MM-DD'), null, 'contact', r.attributes ->> 'kind',
           case when not rights.reports(r.attributes ->> 'problem') then r.attributes ->> 'problem' end,
           null, r.feed, r.source_key,
           case when r.attributes ->> 'problem' is null or not rights.reports(r.attributes ->> 'problem')
               then r.identifiers end
    from mine m
    join mapping.source_record r on r.population = 'care' and r.attributes ->> 'pairing_number' = m.pairing_id
    union all
    select d.day::text, null, 'decision', d.kind, d.side, concat_ws(' ', d.pairing_id, d.actor, d.reason), null, null, null
    from pairing.decision d join me on me.id = d.child_id
    union all
    select q.since::text, to_char(q.resolved_at, 'YYYY-MM-DD'), 'question', q.kind, null,
           concat_ws(' ', array_to_string(q.persons, ', '), array_to_string(q.pairings, ', '), q.resolved_by, q.resolve_reason), null, null, null
    from pairing.question q
    where exists (select from me where me.id = any (q.persons))
      and (cardinality(q.pairings) > 0
           or exists (select from wakeup.wakeup w where w.wakeup_id = any (q.calls) and not rights.reports(w.kind)))
) told
order by since nulls first, matter, kind, detail
