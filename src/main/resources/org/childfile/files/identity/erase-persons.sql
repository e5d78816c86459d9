-- The person leads nowhere from now on, and whoever follows identities is told so.
with ended as (
    update linkage.person p set forgotten = true from erased_person e where p.person_id = e.person_id
),
touched as (delete from linkage.touched_person t using erased_person e where t.person_id = e.person_id),
cores as (delete from linkage.core c using erased_person e where c.person_id = e.person_id)
insert into linkage.identity_change (at, run_id, kind, person_id)
select now(), 'erasure', 'retired', :person
