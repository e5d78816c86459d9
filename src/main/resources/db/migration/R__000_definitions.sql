-- Views and functions are defined in these repeatable scripts, each once. Whenever one of them changes all are carried out anew, in
-- the order of their names: ${definitions} is their digest. The views are dropped first, so that any column may change; a
-- function whose arguments or result change, or that is removed, is dropped by a migration.
do $$
declare
    old text;
    others text;
begin
    -- Nothing here waits for long while it keeps those who read waiting.
    set local lock_timeout = '10s';
    begin
        lock table batch.run_lock in share row exclusive mode nowait;
    exception when lock_not_available then
        raise exception 'a run is going on in this warehouse: let it end, and migrate again';
    end;
    select string_agg(distinct c.oid::regclass::text, ', ') into others
    from pg_class v
    join pg_namespace n on n.oid = v.relnamespace
    join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = v.oid and d.classid = 'pg_rewrite'::regclass
    join pg_rewrite r on r.oid = d.objid
    join pg_class c on c.oid = r.ev_class
    join pg_namespace m on m.oid = c.relnamespace
    where v.relkind = 'v' and n.nspowner = 'childfile_owner'::regrole and m.nspowner <> 'childfile_owner'::regrole;
    if others is not null then
        raise exception 'the published views are made anew, and others are built on them: %', others
            using hint = 'Drop these, migrate, and make them again.';
    end if;
    for old in
        select format('%I.%I', n.nspname, c.relname)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'v' and n.nspowner = 'childfile_owner'::regrole
    loop
        execute format('drop view if exists %s cascade', old);
    end loop;
end $$;
