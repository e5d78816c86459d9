-- Since when a child has a caring mother on a day, and the day of the last meeting with any.
insert into asked_care (child_id, paired_since, met_on)
select p.child_id,
       min(p.since) filter (
           where p.state in ('confirmed', 'active') and p.since <= :day and (p.until is null or p.until >= :day)) as paired_since,
       max(d.met_on) as met_on
from pairing.pairing p
left join lateral (
    select max((c.last_at at time zone 'Asia/Shanghai')::date) as met_on
    from care.duty c where c.pairing_id = p.pairing_id and c.kind = 'VISIT' and c.last_at is not null) d on true
where p.child_id in (select child_id from asked_child)
group by p.child_id
