-- In the order of pairings, so that those of one lie together.
insert into care.contact (record_id, pairing_id, kind, at)
select r.record_id, c.pairing_number, c.kind, c.at
from mapping.source_record r
cross join lateral care.reading(r.attributes) c
where r.population = 'care' and not r.withdrawn and c.flaw is null
order by c.pairing_number
