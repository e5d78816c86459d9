insert into digitalfile.risk (child_id, grade, rules, since, recorded_at, run_id)
select f.child_id, f.grade, f.rules,
       coalesce((select o.since from digitalfile.risk o
                 where o.child_id = f.child_id and o.superseded_at = :at and o.grade = f.grade), :day::date),
       :at::timestamptz, :run
from fresh_risk f
where not exists (
    select from digitalfile.risk r where r.superseded_at is null and r.child_id = f.child_id)
order by f.child_id
