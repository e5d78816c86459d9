delete from landing.pending where feed = :feed
