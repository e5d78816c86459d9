-- A person without records lives on as the one that took most of them.
update linkage.person p
set retired_into = g.into_id
from (
    select distinct on (m.person_id) m.person_id as old, a.person_id as into_id
    from assigned a
    join linkage.membership m using (record_id)
    where m.person_id not in (select person_id from assigned)
    group by m.person_id, a.person_id
    order by m.person_id, count(*) desc, a.person_id
) g
where p.person_id = g.old and p.population = :population and :run is not null
