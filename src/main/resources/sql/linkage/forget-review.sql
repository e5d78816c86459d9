delete from linkage.review_pair r using affected a where r.a = a.record_id or r.b = a.record_id
