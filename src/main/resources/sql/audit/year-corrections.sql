select to_char(c.at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, c.attribute, c.state, count(*) as corrections
from ops.correction c
where c.at >= :since and c.at < :until
group by 1, 2, 3
order by 1, 2, 3
