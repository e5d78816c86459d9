select u.feed, u.characters, u.records from ops.unnamed_character u where u.run_id = :run order by u.feed
