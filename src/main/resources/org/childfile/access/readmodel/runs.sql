-- Runs, the latest first: beside their own columns whether their process is gone, and how long they have worked.
select r.*,
       r.state = 'running' and coalesce(r.alive, r.started) < now() - interval '1 minute' as dead,
       round((r.worked + case when r.state = 'running'
           then coalesce(extract(epoch from r.alive - r.resumed), 0) else 0 end)::numeric, 1)::text as work_seconds
from ops.run r
where :run::text is null or r.run_id = :run
order by r.started desc, r.run_id desc
limit :limit::int
