-- Who was joined to another lives on as the other.
update pairing.pairing p
set child_id = pairing.lives_as(p.child_id), volunteer_id = pairing.lives_as(p.volunteer_id)
where exists (
    select from linkage.person r where r.retired_into is not null and (r.person_id = p.child_id or r.person_id = p.volunteer_id))
