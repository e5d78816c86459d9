select p.* from mart.child_as_of(:valid::date, :recorded::timestamptz) p where p.child_id = :id
