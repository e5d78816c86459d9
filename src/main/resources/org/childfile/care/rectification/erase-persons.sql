with events as (
    delete from rectification.request_event v
    using rectification.request r, erased_person e
    where v.request_id = r.request_id and r.person_id = e.person_id
)
delete from rectification.request r using erased_person e where r.person_id = e.person_id
