insert into linkage.block (key, record_id)
select key, record_id
from linkage.block_keys
join changed using (record_id)
cross join lateral unnest(keys) key
