-- Which rules fire of the child, since when and on what; how its grade of risk changed; what was found at the door.
with recursive me (id) as (
    select :id::text
    union
    select p.person_id from me join linkage.person p on p.retired_into = me.id
)
select since, until, matter, state, detail
from (
    select h.since::text as since, to_char(h.superseded_at, 'YYYY-MM-DD') as until, h.part as matter, h.state,
           concat_ws(' ', h.rule,
               (select concat_ws(' ', r.zh, r.en) from digitalfile.rule r
                where r.part = h.part and r.version = h.rule_version and (r.rule = h.rule or h.part = 'hidden') limit 1),
               (select '(' || string_agg(concat_ws(' ', e ->> 'attribute', e ->> 'value', e ->> 'feed'), '; ') || ')'
                from jsonb_array_elements(h.evidence) e)) as detail
    from digitalfile.hit h join me on me.id = h.child_id
    union all
    select r.since::text, to_char(r.superseded_at, 'YYYY-MM-DD'), 'risk-grade', r.grade, array_to_string(r.rules, ', ')
    from digitalfile.risk r join me on me.id = r.child_id
    union all
    select to_char(c.at, 'YYYY-MM-DD'), null, 'risk-change', c.after, array_to_string(c.rules, ', ')
    from digitalfile.risk_change c join me on me.id = c.child_id
    union all
    select c.day::text, null, 'hidden-change', c.change, concat_ws(' ', c.rule, c.reason)
    from digitalfile.hidden_change c join me on me.id = c.child_id
    union all
    select f.found_on::text, to_char(f.undone_at, 'YYYY-MM-DD'), 'finding', f.outcome,
           concat_ws(' ', f.rule, f.reason, f.actor, f.undo_reason)
    from digitalfile.finding f join me on me.id = f.child_id
    union all
    select u.since::text, null, 'uncovered', null, u.reason from pairing.uncovered u join me on me.id = u.child_id
) told
order by since, matter, detail
