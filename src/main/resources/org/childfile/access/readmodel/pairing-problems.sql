select problem, detail from mart.pairing_problem where pairing_id = :id order by problem
