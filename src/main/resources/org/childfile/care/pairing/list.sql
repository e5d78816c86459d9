-- A pairing that is listed again after it was withdrawn goes on.
insert into pairing.listing as l
    (pairing_id, record_id, volunteer_key, roster_key, person_key, id_number_index, started_on, ended_on, end_reason,
     listed_on, withdrawn_on)
select pairing_id, record_id, volunteer_key, roster_key, person_key, id_number_index, started_on, ended_on, end_reason,
       :day, case when withdrawn then :day::date end
from listed
on conflict (pairing_id) do update
set record_id = excluded.record_id,
    volunteer_key = excluded.volunteer_key,
    roster_key = excluded.roster_key,
    person_key = excluded.person_key,
    id_number_index = excluded.id_number_index,
    started_on = excluded.started_on,
    ended_on = excluded.ended_on,
    end_reason = excluded.end_reason,
    withdrawn_on = case when excluded.withdrawn_on is not null then coalesce(l.withdrawn_on, excluded.withdrawn_on) end,
    renamed = l.renamed
        or (l.volunteer_key, l.roster_key, l.person_key, l.id_number_index)
            is distinct from (excluded.volunteer_key, excluded.roster_key, excluded.person_key, excluded.id_number_index)
