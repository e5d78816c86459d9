select e.application_id, e.number, e.at, e.state, e.actor, e.code, encode(e.said_sealed, 'hex') as said_sealed
from mart.application_event e
where e.wakeup_id = :id
order by e.at, e.application_id, e.number
