delete from setaside.item s using erased_record e where s.feed = e.feed and s.source_key = e.source_key
