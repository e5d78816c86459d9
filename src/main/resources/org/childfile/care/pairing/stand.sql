-- A proposal that stands may have other alternatives than yesterday.
update pairing.pairing p
set reasons = l.reasons
from planned l
where p.state = 'proposed' and p.child_id = l.child_id and p.volunteer_id = l.volunteer_id and p.reasons <> l.reasons
