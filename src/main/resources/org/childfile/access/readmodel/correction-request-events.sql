select e.at, e.state, e.actor, e.code, e.said, e.number
from rectification.request_event e
where e.request_id = :id
order by e.number
