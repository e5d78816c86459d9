select to_char(at, 'YYYY-MM-DD HH24:MI') || ' ' || kind || ' ' || actor as decision,
       '(' || side || ') ' || coalesce(reason, '') as reason
from mart.pairing_decision
where pairing_id = :id
order by decision_id
