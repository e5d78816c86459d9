-- The whole year, each person once: how many of which age were shown in which role, for which purpose.
with shown as (
    select a.*, a.at at time zone 'Asia/Shanghai' as moment,
           audit.age_band(a.person_id, b.birth_date, (a.at at time zone 'Asia/Shanghai')::date) as band
    from audit.access a
    left join audit.born b on b.person_id = a.person_id
    where a.at >= :since and a.at < :until
)
select s.band, s.role, s.purpose, count(*) as accesses, count(distinct s.person_id) as persons,
       count(*) filter (where s.detail like '%revealed%') as revealed
from shown s
where s.person_id is not null
group by 1, 2, 3
order by 1, 2, 3
