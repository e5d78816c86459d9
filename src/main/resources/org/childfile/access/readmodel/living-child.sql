select c.child_id from mart.child c where c.child_id = coalesce(mart.current_id(:id), '')
