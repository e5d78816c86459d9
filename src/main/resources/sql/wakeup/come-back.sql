-- Calls for a child whose join to another was undone are its own again.
with back as (
    delete from wakeup.moved m using linkage.person p
    where p.person_id = m.was and p.retired_into is null
    returning m.wakeup_id, m.was, m.is_now
),
own as (
    select b.wakeup_id, b.was from back b join wakeup.wakeup w using (wakeup_id) where w.child_id = pairing.lives_as(b.is_now)
),
items as (update wakeup.item t set child_id = o.was from own o where t.wakeup_id = o.wakeup_id),
applications as (update wakeup.application t set child_id = o.was from own o where t.wakeup_id = o.wakeup_id),
events as (update wakeup.application_event t set child_id = o.was from own o where t.wakeup_id = o.wakeup_id)
update wakeup.wakeup t set child_id = o.was from own o where t.wakeup_id = o.wakeup_id
