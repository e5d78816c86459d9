-- The person, and every id that lives on as it.
with recursive ids (person_id) as (
    select p.person_id from linkage.person p where p.person_id = :person
    union
    select p.person_id from ids i join linkage.person p on p.retired_into = i.person_id
)
insert into erased_person (person_id) select person_id from ids
