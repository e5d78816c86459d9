-- What departments were asked because of a correction.
select r.request_id, r.department, r.state, r.outcome, r.deadline, r.sent_at, r.receipt, r.attention
from ops.correction_request r
where r.correction_id = :correction
order by r.day, r.department, r.request_id
