with covered as (
    delete from pairing.uncovered u
    where not exists (select from planned l where l.child_id = u.child_id)
      and (:district = '' or u.division like :district || '%' or not exists (select from need n where n.child_id = u.child_id))
)
insert into pairing.uncovered as u
    (child_id, reason, cause, urgency, division, pairing_id, former_id, detail, since)
select l.child_id, l.reason, l.cause, l.urgency, l.division,
       (select p.pairing_id from pairing.pairing p where p.child_id = l.child_id and p.state = 'proposed'),
       l.former_id, l.detail, :day
from planned l
on conflict (child_id) do update
set reason = excluded.reason, cause = excluded.cause, urgency = excluded.urgency, division = excluded.division,
    pairing_id = excluded.pairing_id, former_id = excluded.former_id, detail = excluded.detail
where (u.reason, u.cause, u.urgency, u.division, u.pairing_id, u.former_id, u.detail)
    is distinct from (excluded.reason, excluded.cause, excluded.urgency, excluded.division, excluded.pairing_id,
        excluded.former_id, excluded.detail)
