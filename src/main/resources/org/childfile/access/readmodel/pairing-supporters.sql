select role, coalesce(name, '–') as name, coalesce(phone, '') as phone
from mart.supporter
where pairing_id = :id
order by number
