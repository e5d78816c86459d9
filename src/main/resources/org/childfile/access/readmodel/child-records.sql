select r.* from mart.child_record r where r.child_id = :id order by r.feed, r.source_key
