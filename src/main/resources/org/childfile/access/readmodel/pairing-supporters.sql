select role, coalesce(name, '–') || ' ' || coalesce(phone, '') as told
from mart.supporter
where pairing_id = :id
order by number
