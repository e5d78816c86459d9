-- A record that stays with its person keeps since when it does; the evidence that holds it there may grow or fade.
insert into linkage.membership as m (record_id, person_id, decided_by, weight, since)
select record_id, person_id, decided_by, weight, now()
from assigned
where :population is not null and :run is not null
on conflict (record_id) do update
set person_id = excluded.person_id,
    weight = excluded.weight,
    decided_by = excluded.decided_by,
    since = case when m.person_id = excluded.person_id then m.since else excluded.since end
where (m.person_id, m.weight, m.decided_by)
    is distinct from (excluded.person_id, excluded.weight, excluded.decided_by)
