select a.subject, a.role, a.purpose, count(*) as accesses, count(distinct a.person_id) as persons,
       count(*) filter (where a.detail like '%revealed%') as revealed
from audit.access a
where a.at >= :since and a.at < :until
  and not (a.purpose = any (rights.confidential())
           or a.action in ('call', 'wake-up', 'receipt') and a.detail = any (rights.confidential()))
group by 1, 2, 3
order by 4 desc, 1, 2, 3
