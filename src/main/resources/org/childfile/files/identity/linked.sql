delete from mapping.changed_record r using changed c where r.record_id = c.record_id
