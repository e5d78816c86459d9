select p.* from mart.volunteer_as_of(:valid::date, :recorded::timestamptz) p where p.volunteer_id = :id
