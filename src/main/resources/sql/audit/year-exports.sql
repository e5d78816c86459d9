select (a.at at time zone 'Asia/Shanghai')::date as day, a.subject, a.role, a.purpose, a.door, a.action,
       count(distinct a.person_id) as persons
from audit.access a
where a.at >= :since and a.at < :until and a.action in ('export', 'disclose')
group by 1, 2, 3, 4, 5, 6
order by 1, 2, 3, 4, 5, 6
