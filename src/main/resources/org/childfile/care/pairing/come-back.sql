-- Whose join was undone has again what was its own before, unless it went over to somebody else meanwhile. Of joins in a chain that
-- are undone together what went all the way comes all the way back.
with recursive back as (
    delete from pairing.moved m using linkage.person p
    where p.person_id = m.was and p.retired_into is null
    returning m.pairing_id, m.side, m.was, m.is_now
),
way (pairing_id, side, was, steps) as (
    select b.pairing_id, b.side, b.was, 1
    from back b join pairing.pairing p using (pairing_id)
    where case b.side when 'child' then p.child_id else p.volunteer_id end = pairing.lives_as(b.is_now)
    union all
    select b.pairing_id, b.side, b.was, w.steps + 1
    from way w join back b on b.pairing_id = w.pairing_id and b.side = w.side and b.is_now = w.was
    where w.steps < 100
),
own as (
    select distinct on (pairing_id, side) pairing_id, side, was from way order by pairing_id, side, steps desc
)
update pairing.pairing g
set child_id = coalesce(c.was, g.child_id), volunteer_id = coalesce(v.was, g.volunteer_id)
from pairing.pairing p
left join own c on c.pairing_id = p.pairing_id and c.side = 'child'
left join own v on v.pairing_id = p.pairing_id and v.side = 'volunteer'
where p.pairing_id = g.pairing_id and (c.was is not null or v.was is not null)
