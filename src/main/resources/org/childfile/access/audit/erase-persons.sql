delete from audit.age_event a using erased_person e where a.person_id = e.person_id
