with hits as (delete from digitalfile.hit h using erased_person e where h.child_id = e.person_id),
assessed as (delete from digitalfile.assessed a using erased_person e where a.child_id = e.person_id),
risks as (delete from digitalfile.risk r using erased_person e where r.child_id = e.person_id),
hidden_changes as (delete from digitalfile.hidden_change c using erased_person e where c.child_id = e.person_id),
risk_changes as (delete from digitalfile.risk_change c using erased_person e where c.child_id = e.person_id)
delete from digitalfile.finding f using erased_person e where f.child_id = e.person_id
