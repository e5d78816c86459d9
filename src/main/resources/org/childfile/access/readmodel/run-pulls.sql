-- The pulls of a run; of a night of the serving program those that the schedule has pulled before it.
select distinct on (p.feed) p.*
from ops.pull p
join ops.run r on r.run_id = :run
where p.run_id = r.run_id
   or p.run_id is null and p.started < coalesce(r.ended, now())
      and p.started > coalesce((select max(o.started) from ops.run o
                                where o.kind = 'nightly' and o.started < r.started), '-infinity')
order by p.feed, p.pull_id desc
