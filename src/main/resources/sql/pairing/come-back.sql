-- Whose join was undone has again what was its own before, unless it went over to somebody else meanwhile.
with back as (
    delete from pairing.moved m using linkage.person p
    where p.person_id = m.was and p.retired_into is null
    returning m.pairing_id, m.side, m.was, m.is_now
)
update pairing.pairing g
set child_id = coalesce(c.was, g.child_id), volunteer_id = coalesce(v.was, g.volunteer_id)
from pairing.pairing p
left join back c on c.pairing_id = p.pairing_id and c.side = 'child' and p.child_id = pairing.lives_as(c.is_now)
left join back v on v.pairing_id = p.pairing_id and v.side = 'volunteer' and p.volunteer_id = pairing.lives_as(v.is_now)
where p.pairing_id = g.pairing_id and (c.was is not null or v.was is not null)
