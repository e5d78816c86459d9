-- Pairings of the person that no record speaks of any more.
insert into erased_pairing (pairing_id)
select p.pairing_id
from pairing.pairing p
join erased_person e on e.person_id = p.child_id
where not exists (
    select from mapping.source_record r
    where r.population = 'pairing' and r.feed = 'pairings' and r.source_key = p.pairing_id)
