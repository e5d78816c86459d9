-- Persons that a record joined, left, or changed within.
insert into linkage.touched_person (person_id, population)
select person_id, :population
from (
    select a.person_id
    from assigned a
    left join linkage.membership m using (record_id)
    left join changed c using (record_id)
    where m.person_id is distinct from a.person_id or c.record_id is not null
    union
    select m.person_id
    from assigned a
    join linkage.membership m using (record_id)
    where m.person_id <> a.person_id
) t
where :run is not null
on conflict (person_id) do nothing
