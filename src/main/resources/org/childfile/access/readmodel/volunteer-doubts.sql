-- What of a person's values is in doubt, and why.
select distinct d.attribute, d.value, d.feed, d.reason
from mart.volunteer_doubt d
where d.volunteer_id = :id
order by d.attribute, d.feed, d.reason, d.value
