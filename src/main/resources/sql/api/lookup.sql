select p.* from mart.child p where p.id_number = :id_number order by p.child_id
