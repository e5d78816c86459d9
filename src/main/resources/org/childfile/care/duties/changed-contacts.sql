-- What changed of the care records since they were last read: the pairings that they named and name are affected.
with changed as (
    delete from mapping.changed_record where population = 'care' returning record_id
)
insert into care_changed select record_id from changed;

with gone as (
    delete from care.contact c using care_changed x where c.record_id = x.record_id returning c.pairing_id
)
insert into care_affected select pairing_id from gone;

with come as (
    insert into care.contact (record_id, pairing_id, kind, at)
    select r.record_id, c.pairing_number, c.kind, c.at
    from care_changed x
    join mapping.source_record r on r.record_id = x.record_id
    cross join lateral care.reading(r.attributes) c
    where not r.withdrawn and c.flaw is null
    returning pairing_id
)
insert into care_affected select pairing_id from come
