-- The pairings that are otherwise than they were, with the child whom each was of and whom it is of.
select pairing_id, o.child_id as was, p.child_id
from pairing.pairing p
full join pairing_before o using (pairing_id)
where (p.child_id, p.volunteer_id, p.state, p.since, p.until)
    is distinct from (o.child_id, o.volunteer_id, o.state, o.since, o.until)
