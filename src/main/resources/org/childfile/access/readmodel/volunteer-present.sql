select p.version from mart.volunteer p where p.volunteer_id = :id
