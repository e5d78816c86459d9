select q.reason, q.field, count(*) as records
from ops.quarantine q
where q.pull_id = :pull and q.resolved is null
group by q.reason, q.field
order by count(*) desc, q.reason, q.field
