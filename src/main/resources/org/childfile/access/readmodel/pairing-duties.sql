select p.child_id, d.*
from mart.pairing p
join mart.care_duty d on d.pairing_id = p.pairing_id
where p.pairing_id = :id and (:state::text is null or d.state = :state)
order by d.period_end desc, d.kind
limit :limit::int
