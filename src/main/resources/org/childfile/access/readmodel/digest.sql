select d.*,
       count(*) over () as pairs,
       count(*) filter (where d.silent) over () as silent_pairs,
       count(*) filter (where d.behind > 0) over () as behind_pairs,
       count(*) filter (where jsonb_array_length(d.due) > 0) over () as due_pairs
from mart.care_digest d
where (:division::text is null or (d.division >= :division and d.division < :division || ':'))
  and (:volunteer::text is null or d.volunteer_id = :volunteer)
order by d.silent desc nulls last, d.silent_days desc, d.behind desc, d.division, d.pairing_id
limit :limit
