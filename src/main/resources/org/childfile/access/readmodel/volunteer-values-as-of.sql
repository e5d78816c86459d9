select p.* from mart.volunteer_value_as_of(:valid::date, :recorded::timestamptz) p where p.volunteer_id = :id order by p.attribute
