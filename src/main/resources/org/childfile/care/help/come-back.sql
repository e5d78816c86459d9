-- Calls for a child whose join to another was undone are its own again; of joins in a chain that are undone together they come all
-- the way back.
with recursive back as (
    delete from wakeup.moved m using linkage.person p
    where p.person_id = m.was and p.retired_into is null
    returning m.wakeup_id, m.was, m.is_now
),
way (wakeup_id, was, steps) as (
    select b.wakeup_id, b.was, 1 from back b join wakeup.wakeup w using (wakeup_id) where w.child_id = pairing.lives_as(b.is_now)
    union all
    select b.wakeup_id, b.was, w.steps + 1
    from way w join back b on b.wakeup_id = w.wakeup_id and b.is_now = w.was
    where w.steps < 100
),
own as (
    select distinct on (wakeup_id) wakeup_id, was from way order by wakeup_id, steps desc
),
items as (update wakeup.item t set child_id = o.was from own o where t.wakeup_id = o.wakeup_id),
applications as (update wakeup.application t set child_id = o.was from own o where t.wakeup_id = o.wakeup_id),
events as (update wakeup.application_event t set child_id = o.was from own o where t.wakeup_id = o.wakeup_id)
update wakeup.wakeup t set child_id = o.was from own o where t.wakeup_id = o.wakeup_id
