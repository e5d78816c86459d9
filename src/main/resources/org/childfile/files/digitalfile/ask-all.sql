insert into asked_child (child_id)
select person_id from versions.child_version where superseded_at is null and valid_to is null
union
select child_id from digitalfile.assessed
