-- Who was joined to another lives on as the other.
with joined as (
    select p.pairing_id, p.child_id, p.volunteer_id, pairing.lives_as(p.child_id) as child_now,
           pairing.lives_as(p.volunteer_id) as volunteer_now
    from pairing.pairing p
    where exists (
        select from linkage.person r where r.retired_into is not null and (r.person_id = p.child_id or r.person_id = p.volunteer_id))
),
kept as (
    insert into pairing.moved (pairing_id, side, was, is_now)
    select pairing_id, 'child', child_id, child_now from joined where child_now <> child_id
    union all
    select pairing_id, 'volunteer', volunteer_id, volunteer_now from joined where volunteer_now <> volunteer_id
    on conflict (pairing_id, side, was) do update set is_now = excluded.is_now
)
update pairing.pairing p
set child_id = j.child_now, volunteer_id = j.volunteer_now
from joined j where j.pairing_id = p.pairing_id
