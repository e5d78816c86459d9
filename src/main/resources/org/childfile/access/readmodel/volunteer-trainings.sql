select t.held_on, t.course from mart.volunteer_training t where t.volunteer_id = mart.current_id(:id) order by t.number
