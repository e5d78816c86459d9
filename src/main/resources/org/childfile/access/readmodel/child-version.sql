select p.* from mart.child_version p where p.child_id = :id and p.version = :version
