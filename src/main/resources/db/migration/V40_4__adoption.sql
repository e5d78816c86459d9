-- What later migrations make and do not hand over is handed over when all of them are done, and their functions get a search_path.
create procedure rights.adopt() language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    made record;
begin
    for made in
        select c.oid::regclass as name, case c.relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end as kind
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'S') and n.nspowner = 'childfile_owner'::regrole
          and c.relowner = current_user::regrole and c.relowner <> n.nspowner
          and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i', 'e'))
    loop
        execute format('alter %s %s owner to childfile_owner', made.kind, made.name);
    end loop;
    for made in
        select p.oid::regprocedure as name, p.proowner = current_user::regrole and p.proowner <> n.nspowner as alien,
               (p.prosecdef or p.prosqlbody is null)
                   and not 'search_path=pg_catalog, pg_temp' = any (coalesce(p.proconfig, '{}')) as open
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspowner = 'childfile_owner'::regrole
          and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    loop
        if made.alien then
            execute format('alter routine %s owner to childfile_owner', made.name);
        end if;
        if made.open then
            execute format('alter routine %s set search_path = pg_catalog, pg_temp', made.name);
        end if;
    end loop;
end $$;
comment on procedure rights.adopt is 'Lets childfile_owner own what the login that migrates made, and gives functions that need one the search_path pg_catalog, pg_temp.';
alter procedure rights.adopt() owner to childfile_owner;
revoke all on procedure rights.adopt() from public;
