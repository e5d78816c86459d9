-- Who reached an age by a run.
select count(*) filter (where a.age = 14) as age_14, count(*) filter (where a.age = 16) as age_16,
       count(*) filter (where a.age = 18) as age_18, count(*) as everyone
from ops.age_clock a
where a.run_id = :run
