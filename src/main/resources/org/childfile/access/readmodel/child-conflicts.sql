select p.* from mart.child_conflict p where p.child_id = :id order by p.attribute
