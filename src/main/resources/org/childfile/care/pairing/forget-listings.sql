-- A record that was erased is no listing any more.
with gone as (
    delete from pairing.listing l
    where not exists (
        select from mapping.source_record r where r.record_id = l.record_id and r.population = 'pairing')
    returning pairing_id
),
supporters as (delete from pairing.supporter s using gone g where s.pairing_id = g.pairing_id)
delete from pairing.pairing p using gone g where p.pairing_id = g.pairing_id
