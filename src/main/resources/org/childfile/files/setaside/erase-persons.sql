delete from setaside.item s using erased_person e where s.subject = e.person_id
