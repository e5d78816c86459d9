-- Questions about decided clusters that are not asked any more.
delete from linkage.review_pair r
using affected x
where (r.a = x.record_id or r.b = x.record_id)
  and not exists (select from asked q where q.a = r.a and q.b = r.b)
