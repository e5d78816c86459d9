delete from linkage.block b using changed c where b.record_id = c.record_id
