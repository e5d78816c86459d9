select p.version from mart.child p where p.child_id = :id
