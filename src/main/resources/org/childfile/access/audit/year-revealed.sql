-- Where values were shown or exported without masks.
with shown as (
    select a.*, a.at at time zone 'Asia/Shanghai' as moment,
           audit.age_band(a.person_id, b.birth_date, (a.at at time zone 'Asia/Shanghai')::date) as band
    from audit.access a
    left join audit.born b on b.person_id = a.person_id
    where a.at >= :since and a.at < :until
)
select to_char(s.moment, 'YYYY-MM') as month, s.band, s.role, s.purpose, s.door, s.action,
       count(*) as accesses, count(distinct s.person_id) as persons
from shown s
where s.person_id is not null and s.detail like '%revealed%'
group by 1, 2, 3, 4, 5, 6
order by 1, 2, 3, 4, 5, 6
