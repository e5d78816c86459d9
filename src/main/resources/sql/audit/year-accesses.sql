select to_char(a.at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, a.role, a.purpose, a.door, a.action,
       count(*) as accesses, count(distinct a.person_id) as persons, count(distinct a.subject) as subjects
from audit.access a
where a.at >= :since and a.at < :until
group by 1, 2, 3, 4, 5
order by 1, 2, 3, 4, 5
