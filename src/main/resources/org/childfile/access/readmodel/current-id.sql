select mart.current_id(:id) as current_id
