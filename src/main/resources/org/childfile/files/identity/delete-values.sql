delete from linkage.held_value v using changed c where v.record_id = c.record_id
