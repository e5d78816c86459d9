with gone as (select record_id from erased_record),
    members as (delete from linkage.membership using gone where membership.record_id = gone.record_id),
    blocks as (delete from linkage.block using gone where block.record_id = gone.record_id),
    held as (delete from linkage.held_value using gone where held_value.record_id = gone.record_id),
    keys as (delete from linkage.block_keys using gone where block_keys.record_id = gone.record_id),
    cores as (delete from linkage.core using gone where core.record_id = gone.record_id),
    edges as (delete from linkage.edge using gone where edge.a = gone.record_id or edge.b = gone.record_id)
delete from linkage.review_pair using gone where review_pair.a = gone.record_id or review_pair.b = gone.record_id
