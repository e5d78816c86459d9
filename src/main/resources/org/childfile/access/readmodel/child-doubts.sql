-- What of a person's values is in doubt, and why.
select distinct d.attribute, d.value, d.feed, d.reason
from mart.child_doubt d
where d.child_id = :id
order by d.attribute, d.feed, d.reason, d.value
