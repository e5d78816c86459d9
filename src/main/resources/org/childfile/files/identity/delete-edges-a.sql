delete from linkage.edge e using changed c where e.a = c.record_id
