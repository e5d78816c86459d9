-- Numbers follow those that were given, in the order of the children.
with fresh as (
    select l.child_id, l.volunteer_id, l.reasons,
           'CF' || (row_number() over (order by l.child_id collate "C") + (
               select coalesce(max(substr(pairing_id, 3)::bigint), 0)
               from pairing.pairing where pairing_id ~ '^CF[0-9]{1,15}$')) as pairing_id
    from planned l
    where l.volunteer_id is not null
      and not exists (select from pairing.pairing p where p.state = 'proposed' and p.child_id = l.child_id)
),
made as (
    insert into pairing.pairing (pairing_id, child_id, volunteer_id, state, since, reasons)
    select pairing_id, child_id, volunteer_id, 'proposed', :day, reasons from fresh
)
insert into pairing.decision (pairing_id, kind, child_id, volunteer_id, side, actor, day)
select pairing_id, 'propose', child_id, volunteer_id, 'program', 'childfile', :day
from fresh
order by length(pairing_id), pairing_id collate "C"
