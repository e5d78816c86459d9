update linkage.person p
set retired_into = g.into_id
from (
    select m.person_id as old, min(a.person_id) as into_id
    from assigned a
    join linkage.membership m using (record_id)
    where m.person_id not in (select person_id from assigned)
    group by m.person_id
) g
where p.person_id = g.old and p.population = :population and :run is not null
