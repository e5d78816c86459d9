insert into linkage.membership as m (record_id, person_id, decided_by, weight, since)
select record_id, person_id, 'rule', weight, now()
from assigned
where :population is not null and :run is not null
on conflict (record_id) do update
set person_id = excluded.person_id, decided_by = excluded.decided_by, weight = excluded.weight, since = excluded.since
where m.person_id <> excluded.person_id
