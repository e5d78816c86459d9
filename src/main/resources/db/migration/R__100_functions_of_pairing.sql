-- ${definitions}

create or replace function pairing.lives_as(person text) returns text language sql stable
begin atomic
    with recursive lives (person_id, retired_into) as (
        select p.person_id, p.retired_into from linkage.person p where p.person_id = person
        union all
        select p.person_id, p.retired_into from lives l join linkage.person p on p.person_id = l.retired_into
    )
    select coalesce((select l.person_id from lives l where l.retired_into is null), person);
end;
comment on function pairing.lives_as(text) is 'The id under which a person lives on.';
