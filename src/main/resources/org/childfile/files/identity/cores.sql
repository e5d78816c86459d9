-- Persons that were joined with others, by which of their records are decided about now, and how many there were in all.
select c.person_id, p.retired_into is not null as retired, array_agg(c.record_id) as records,
       (select count(*) from linkage.core t where t.person_id = c.person_id) as size
from linkage.core c
join affected a on a.record_id = c.record_id
join linkage.person p on p.person_id = c.person_id
group by c.person_id, p.retired_into
order by c.person_id
