-- Views and functions are defined in these repeatable scripts, each once. Whenever one of them changes all are carried out anew, in
-- the order of their names: ${definitions} is their digest. The views are dropped first, so that any column may change; a
-- function whose arguments or result change is dropped by a migration.
do $$
declare
    old text;
begin
    for old in
        select format('%I.%I', n.nspname, c.relname)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'v' and n.nspowner = 'childfile_owner'::regrole
    loop
        execute format('drop view if exists %s cascade', old);
    end loop;
end $$;
