with sources as (
    delete from versions.earlier_sources using erased_person e where earlier_sources.person_id = e.person_id
),
children as (
    delete from versions.child_version using erased_person e where child_version.person_id = e.person_id
    returning 1
),
volunteers as (
    delete from versions.volunteer_version using erased_person e where volunteer_version.person_id = e.person_id
    returning 1
)
select (select count(*) from children) + (select count(*) from volunteers)
