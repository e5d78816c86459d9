delete from linkage.block_keys k using changed c where k.record_id = c.record_id
