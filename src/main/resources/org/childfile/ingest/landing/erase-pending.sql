delete from landing.pending w using erased_record e where w.feed = e.feed and w.key = e.source_key
