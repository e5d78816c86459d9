-- Who was shown persons of which age; of each month the persons are counted once a line.
with shown as (
    select a.*, a.at at time zone 'Asia/Shanghai' as moment,
           audit.age_band(a.person_id, b.birth_date, (a.at at time zone 'Asia/Shanghai')::date) as band
    from audit.access a
    left join audit.born b on b.person_id = a.person_id
    where a.at >= :since and a.at < :until
    -- What concerns reports of abuse is told by no count either.
    and not (a.purpose = any (rights.confidential())
             or a.action in ('call', 'wake-up', 'receipt') and a.detail = any (rights.confidential()))
)
select to_char(s.moment, 'YYYY-MM') as month, s.band, s.role, s.purpose, s.door, s.action,
       count(*) as accesses, count(distinct s.person_id) as persons, count(distinct s.subject) as subjects
from shown s
where s.person_id is not null
group by 1, 2, 3, 4, 5, 6
order by 1, 2, 3, 4, 5, 6
