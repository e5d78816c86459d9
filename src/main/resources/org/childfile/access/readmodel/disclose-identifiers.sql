-- What the masks of the present version hide.
with said as (select :id::text as id)
select c.version, i.identifiers
from said s
join mart.child c on c.child_id = s.id
join mart.child_identifiers i on i.child_id = c.child_id and i.version = c.version
union all
select c.version, i.identifiers
from said s
join mart.volunteer c on c.volunteer_id = s.id
join mart.volunteer_identifiers i on i.volunteer_id = c.volunteer_id and i.version = c.version
