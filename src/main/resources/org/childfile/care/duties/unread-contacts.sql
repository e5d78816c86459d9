-- The care records that can be no contact, and why: of all, or of those that changed.
select r.feed, r.source_key, c.field, c.flaw
from mapping.source_record r
cross join lateral care.reading(r.attributes) c
where r.population = 'care' and not r.withdrawn and c.flaw is not null
  and (:all or exists (select from care_changed x where x.record_id = r.record_id))
order by r.feed, r.source_key
