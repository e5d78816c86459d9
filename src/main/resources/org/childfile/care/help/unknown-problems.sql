-- What the app in the field noted as a problem of a kind that nobody knows: a person must read it.
select r.feed, r.source_key, r.doubts ->> 'problem' as reason
from mapping.source_record r
where r.population = 'care' and not r.withdrawn and r.doubts ->> 'problem' is not null
order by r.feed, r.source_key
