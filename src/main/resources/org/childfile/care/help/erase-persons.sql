-- Calls for the person go, with all that was drawn, asked and answered. Of a report of abuse stays that it was made, to whom, and
-- what came of it, without a word of it; of all calls that, where the care given must be proved.
with calls as materialized (
    select w.wakeup_id, w.kind = 'ABUSE' or :proof as stays
    from wakeup.wakeup w join erased_person e on e.person_id = w.child_id
),
moved as (delete from wakeup.moved m using erased_person e where e.person_id in (m.was, m.is_now)),
items as (delete from wakeup.item i using calls c where c.wakeup_id = i.wakeup_id),
told as (delete from wakeup.application_event v using calls c where c.wakeup_id = v.wakeup_id and not c.stays),
asked as (delete from wakeup.application a using calls c where c.wakeup_id = a.wakeup_id and not c.stays),
called as (delete from wakeup.wakeup w using calls c where c.wakeup_id = w.wakeup_id and not c.stays),
answers as (update wakeup.application_event v set said = null from calls c where c.wakeup_id = v.wakeup_id and c.stays),
bodies as (
    update wakeup.application a
    set body = null, ended_at = coalesce(a.ended_at, now()), attention = null, message = null,
        state = case when a.ended_at is null then 'refused' else a.state end,
        department_state = case when a.ended_at is null then 'refused' else a.department_state end
    from calls c where c.wakeup_id = a.wakeup_id and c.stays)
update wakeup.wakeup w
set said = null, closed_by = coalesce(closed_by, 'erasure'), ended_at = coalesce(ended_at, now()),
    state = case w.state when 'open' then 'closed' else w.state end
from calls c where c.wakeup_id = w.wakeup_id and c.stays
