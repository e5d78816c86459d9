select m.person_id from mart.membership m where m.feed = :feed and m.source_key = :key
