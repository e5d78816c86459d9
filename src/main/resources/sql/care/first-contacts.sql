-- In the order of pairings, so that those of one lie together.
insert into care.contact (record_id, pairing_id, kind, at)
select r.record_id, a.pairing_number, a.kind, a.at
from mapping.source_record r
cross join lateral json_to_record(r.attributes) a (pairing_number text, kind text, at timestamptz)
where r.population = 'care' and not r.withdrawn
order by a.pairing_number
