insert into care.contact (record_id, pairing_id, kind, at)
select r.record_id, r.attributes ->> 'pairing_number', r.attributes ->> 'kind', (r.attributes ->> 'at')::timestamptz
from mapping.source_record r
where r.population = 'care' and not r.withdrawn
