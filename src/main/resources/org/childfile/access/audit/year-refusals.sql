-- What was asked for and refused: by whom, how often.
select to_char(a.at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, 'access' as matter, a.role, a.purpose, a.door,
       count(*) as number
from audit.access a
where a.at >= :since and a.at < :until and a.action like 'refuse%'
group by 1, 3, 4, 5
union all
select to_char(e.at at time zone 'Asia/Shanghai', 'YYYY-MM'), 'erasure', '', '', '', count(*)
from subject.erasure e
where e.refused and e.at >= :since and e.at < :until
group by 1
union all
select to_char(r.ended_at at time zone 'Asia/Shanghai', 'YYYY-MM'), 'correction request', r.department, '', '', count(*)
from ops.correction_request r
where r.state = 'refused' and r.ended_at >= :since and r.ended_at < :until
group by 1, 3
order by 1, 2, 3, 4, 5
