insert into linkage.person (person_id, population, founded_run)
select distinct a.person_id, :population, :run
from assigned a
where not exists (select from linkage.person p where p.person_id = a.person_id)
