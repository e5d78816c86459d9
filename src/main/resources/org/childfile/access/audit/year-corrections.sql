select to_char(c.at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
       audit.age_band(c.said_of, b.birth_date, (c.at at time zone 'Asia/Shanghai')::date) as band,
       c.attribute, c.state, count(*) as corrections
from ops.correction c
left join audit.born b on b.person_id = c.said_of
where c.at >= :since and c.at < :until
group by 1, 2, 3, 4
order by 1, 2, 3, 4
