select p.* from mart.child_value p where p.child_id = :id and p.version = :version
