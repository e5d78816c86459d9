select p.* from mart.volunteer p where p.volunteer_id = :id
