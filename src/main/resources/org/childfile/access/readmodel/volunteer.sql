select p.* from mart.volunteer_sealed p where p.volunteer_id = :id
