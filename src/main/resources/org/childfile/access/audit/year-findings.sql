-- What somebody is to look into: who was shown persons at night or at the weekend, or very many in a day; what was refused; and
-- corrections that the departments have not taken over for a quarter of a year.
with local as (
    select a.subject, a.door, a.person_id, a.at at time zone 'Asia/Shanghai' as moment
    from audit.access a
    where a.at >= :since and a.at < :until and a.person_id is not null and a.action <> 'refused'
)
select 'outside hours' as finding, l.moment::date as day, l.subject, l.door, count(*) as number
from local l
where extract(isodow from l.moment) > 5 or l.moment::time < time '07:00' or l.moment::time >= time '20:00'
group by 2, 3, 4
union all
select 'mass reading', l.moment::date, l.subject, l.door, count(distinct l.person_id)
from local l
group by 2, 3, 4
having count(distinct l.person_id) > :many
union all
select 'erasure refused', (e.at at time zone 'Asia/Shanghai')::date, e.actor, '', 1
from subject.erasure e
where e.refused and e.at >= :since and e.at < :until
union all
select 'correction not taken over', (c.at at time zone 'Asia/Shanghai')::date, c.actor, '', 1
from ops.correction c
where c.state = 'in force' and c.at < least(:until, now()) - interval '90 days'
order by 1, 2, 3, 4
