delete from linkage.core c using joining j where c.person_id = j.person_id
