with shown as (
    select a.*, a.at at time zone 'Asia/Shanghai' as moment,
           audit.age_band(a.person_id, b.birth_date, (a.at at time zone 'Asia/Shanghai')::date) as band
    from audit.access a
    left join audit.born b on b.person_id = a.person_id
    where a.at >= :since and a.at < :until
)
select s.moment::date as day, s.subject, s.role, s.purpose, s.door, s.action,
       count(distinct s.person_id) as persons,
       count(distinct s.person_id) filter (where s.band = 'under-14') as under_14,
       count(distinct s.person_id) filter (where s.band = '14-18') as from_14
from shown s
where s.action in ('export', 'disclose')
group by 1, 2, 3, 4, 5, 6
order by 1, 2, 3, 4, 5, 6
