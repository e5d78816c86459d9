insert into digitalfile.risk_change (run_id, at, child_id, before, after, rules)
select :run, :at::timestamptz, coalesce(f.child_id, r.child_id), r.grade, f.grade, coalesce(f.rules, '{}')
from fresh_risk f
full join (select * from digitalfile.risk r where r.superseded_at is null and r.child_id in (select child_id from asked_child)) r
    on r.child_id = f.child_id
where coalesce(r.grade, 'green') <> coalesce(f.grade, 'green')
order by 3
