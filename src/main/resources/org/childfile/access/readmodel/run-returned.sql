select r.feed, r.records from ops.returned r where r.run_id = :run order by r.feed
