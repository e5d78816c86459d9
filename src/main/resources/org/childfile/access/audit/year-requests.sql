-- What departments were asked to correct in their own records, and what became of it.
select to_char(r.day, 'YYYY-MM') as month, r.department, coalesce(nullif(r.outcome, 'department'), r.state) as state,
       count(*) as requests, count(*) filter (where r.overdue_on is not null) as overdue
from ops.correction_request r
where r.day >= (:since::timestamptz at time zone 'Asia/Shanghai')::date
  and r.day < (:until::timestamptz at time zone 'Asia/Shanghai')::date
group by 1, 2, 3
order by 1, 2, 3
