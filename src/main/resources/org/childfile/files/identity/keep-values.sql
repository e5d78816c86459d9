insert into linkage.held_value (record_id, key, most) select record_id, key, most from told_value
