delete from linkage.edge e using changed c where e.b = c.record_id
