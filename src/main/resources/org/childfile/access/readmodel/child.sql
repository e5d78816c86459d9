select p.* from mart.child_sealed p where p.child_id = :id
