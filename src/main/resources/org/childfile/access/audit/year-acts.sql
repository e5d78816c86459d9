-- What was done that concerns no single person: tokens, logins, keys, holds, publishing, readings of the log itself.
select to_char(a.at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, a.subject, a.role, a.door, a.action, count(*) as number
from audit.access a
where a.at >= :since and a.at < :until and a.person_id is null
  and not (a.purpose = any (rights.confidential())
           or a.action in ('call', 'wake-up', 'receipt') and a.detail = any (rights.confidential()))
group by 1, 2, 3, 4, 5
order by 1, 2, 3, 4, 5
