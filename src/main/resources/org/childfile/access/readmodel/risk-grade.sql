select r.grade from mart.risk r where r.child_id = :id
