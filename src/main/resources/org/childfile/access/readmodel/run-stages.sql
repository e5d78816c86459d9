select s.stage, s.seconds, s.records from ops.stage s where s.run_id = :run order by s.ended
