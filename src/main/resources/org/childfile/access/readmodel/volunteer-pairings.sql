select p.pairing_id as pairing, p.state, p.since, p.until, p.child_id as child
from mart.pairing p
where p.volunteer_id = mart.current_id(:id)
order by p.since, p.pairing_id collate "C"
