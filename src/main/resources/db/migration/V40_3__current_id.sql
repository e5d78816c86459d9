-- Under which id a person lives on told whoever asked that there is such a person. It is told of whom the caller may see.
create function rights.shows(person text) returns boolean language sql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
begin atomic
    select exists (select from versions.child_version v where v.person_id = person)
        or exists (select from versions.volunteer_version v where v.person_id = person);
end;
comment on function rights.shows is 'Whether the caller may see the file of a person, of now or of before: the tables are read as childfile_views, whom row security binds by the caller''s rights.';
grant create on schema rights to childfile_views;
alter function rights.shows(text) owner to childfile_views;
revoke create on schema rights from childfile_views;
call rights.callable('rights.shows(text)');

create or replace function mart.current_id(id text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    with recursive chain (person_id, retired_into, forgotten) as (
        select p.person_id, p.retired_into, p.forgotten from linkage.person p where p.person_id = id
        union
        select p.person_id, p.retired_into, p.forgotten from chain c join linkage.person p on p.person_id = c.retired_into
    )
    select c.person_id from chain c
    where c.retired_into is null and not c.forgotten
      and (rights.pipeline() or rights.purpose() = 'audit' or rights.shows(c.person_id));
end;
comment on function mart.current_id is '现行编号。The id under which a person lives on: its own while it lives, that of the person it went into when it is retired; null for an id that was never given, for one that was forgotten, and for one whose file the caller may not see. For the purpose audit, where ids stand in the log, of everybody.';
