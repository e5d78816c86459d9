-- Calls for help, what was drawn for them, and what was asked of departments; but reports of abuse, which are for those alone
-- who look into them.
with recursive me (id) as (
    select :id::text
    union
    select p.person_id from me join linkage.person p on p.retired_into = me.id
),
mine as (
    select w.* from wakeup.wakeup w join me on me.id = w.child_id where not rights.reports(w.kind)
)
select since, matter, kind, state, said, wakeup_id, application_id, number, sealed
from (
    select m.at, 1 as part, to_char(m.at, 'YYYY-MM-DD HH24:MI') as since, 'call' as matter, m.kind, m.state, m.caller as said,
           m.wakeup_id, null as application_id, 0 as number, m.said as sealed
    from mine m
    union all
    select m.at, 2, to_char(i.observed_at, 'YYYY-MM-DD'), 'drawn', i.feed, i.attribute, i.value #>> '{}', m.wakeup_id, null, i.number,
           i.sealed
    from mine m join wakeup.item i using (wakeup_id)
    union all
    select m.at, 3, to_char(a.sent_at, 'YYYY-MM-DD HH24:MI'), 'application', a.department, a.state, a.receipt, m.wakeup_id,
           a.application_id, 0, a.body
    from mine m join wakeup.application a using (wakeup_id)
    union all
    select m.at, 4, to_char(e.at, 'YYYY-MM-DD HH24:MI'), 'answer', a.department, e.state, concat_ws(' ', e.actor, e.code), m.wakeup_id,
           e.application_id, e.number, e.said
    from mine m join wakeup.application a using (wakeup_id) join wakeup.application_event e using (application_id)
) told
order by at, wakeup_id, part, application_id, number
