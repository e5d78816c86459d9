select :id as child_id, d.* from mart.child_difference(:id, :a, :b) d
