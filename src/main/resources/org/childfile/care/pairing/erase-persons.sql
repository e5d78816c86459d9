with uncovered as (delete from pairing.uncovered u using erased_person e where u.child_id = e.person_id),
marks as (delete from pairing.mark k using erased_person e where k.person_id = e.person_id),
marked as (delete from pairing.marked k using erased_person e where k.person_id = e.person_id),
decided as (delete from pairing.decision d using erased_person e where d.child_id = e.person_id and not :proof),
said as (
    update pairing.decision d
    set reason = case when d.side = 'program' then d.reason end,
        volunteer_id = case when d.volunteer_id = e.person_id then null else d.volunteer_id end
    from erased_person e
    where d.volunteer_id = e.person_id or (d.child_id = e.person_id and :proof)
),
questions as (delete from pairing.question q using erased_person e where e.person_id = any (q.persons))
update pairing.pairing p set volunteer_id = null from erased_person e where p.volunteer_id = e.person_id
