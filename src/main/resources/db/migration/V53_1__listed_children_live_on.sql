-- A child that is listed for a login or a token and turned out to be another is seen as that one.
create or replace function rights.children() returns text[] language sql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
begin atomic
    select case when x.c ->> 'rows' in ('divisions', 'children') and x.c -> 'classes' <> '[]' and (x.c ->> 'persons')::boolean
                then array(select listed from unnest(rights.strings(x.c -> 'children')) listed
                           union
                           select pairing.lives_as(listed) from unnest(rights.strings(x.c -> 'children')) listed)
                else '{}' end
    from (select rights.claims() as c offset 0) x;
end;
comment on function rights.children is 'Ids that the caller may see besides, and those as whom these live on.';
