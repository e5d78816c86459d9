select string_agg(role, ', ' order by role) as role
from mart.supporter_vacancy
where pairing_id = :id
having count(*) > 0
