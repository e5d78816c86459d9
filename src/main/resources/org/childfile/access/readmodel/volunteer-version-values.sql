select p.* from mart.volunteer_value p where p.volunteer_id = :id and p.version = :version
