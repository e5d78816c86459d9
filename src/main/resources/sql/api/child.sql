select p.* from mart.child p where p.child_id = :id
