insert into changed (record_id)
select r.record_id
from mapping.changed_record c
join mapping.source_record r on r.record_id = c.record_id
where c.population = :population
