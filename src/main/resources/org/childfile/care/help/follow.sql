-- Calls for a child that was joined to another are the other's. What lies sealed is bound to the call, not to the child.
with joined as (
    select p.person_id as was, pairing.lives_as(p.person_id) as is_now
    from linkage.person p
    where p.retired_into is not null and exists (select from wakeup.wakeup w where w.child_id = p.person_id)
),
kept as (
    insert into wakeup.moved (wakeup_id, was, is_now)
    select w.wakeup_id, j.was, j.is_now from joined j join wakeup.wakeup w on w.child_id = j.was
    on conflict (wakeup_id, was) do update set is_now = excluded.is_now
),
items as (update wakeup.item t set child_id = j.is_now from joined j where t.child_id = j.was),
applications as (update wakeup.application t set child_id = j.is_now from joined j where t.child_id = j.was),
events as (update wakeup.application_event t set child_id = j.is_now from joined j where t.child_id = j.was)
update wakeup.wakeup t set child_id = j.is_now from joined j where t.child_id = j.was
