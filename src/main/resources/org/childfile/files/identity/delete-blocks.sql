delete from linkage.block b
using (
    select key, record_id from linkage.block_keys join changed using (record_id) cross join lateral unnest(keys) key
) old
where b.key = old.key and b.record_id = old.record_id
