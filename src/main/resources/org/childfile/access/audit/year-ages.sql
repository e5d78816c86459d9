select to_char(e.since, 'YYYY-MM') as month, e.age, count(*) as persons
from audit.age_event e
where e.since >= (:since::timestamptz at time zone 'Asia/Shanghai')::date
  and e.since < (:until::timestamptz at time zone 'Asia/Shanghai')::date
group by 1, 2
order by 1, 2
