-- That help was called for stays, and which department said what state; what was said, drawn and sent goes.
with items as (delete from wakeup.item i using erased_person e where i.child_id = e.person_id),
answers as (update wakeup.application_event v set said = null from erased_person e where v.child_id = e.person_id),
bodies as (
    update wakeup.application a
    set body = null, ended_at = coalesce(a.ended_at, now()), attention = null, message = null,
        state = case when a.ended_at is null then 'refused' else a.state end,
        beneath = case when a.ended_at is null then 'refused' else a.beneath end
    from erased_person e where a.child_id = e.person_id)
update wakeup.wakeup w
set said = null, closed_by = coalesce(closed_by, 'erasure'), ended_at = coalesce(ended_at, now()),
    state = case w.state when 'open' then 'closed' else w.state end
from erased_person e where w.child_id = e.person_id
