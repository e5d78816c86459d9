-- What there is in a database and who may do what with it, a line an object: kind, name: owner; what is particular; who may what.
-- Privileges of an owner on what is its own are left out, and what PostgreSQL or an extension brings, but for what was taken from
-- everybody. Asked with the search_path pg_catalog.
with mine as (
    select n.oid, n.nspname, n.nspowner, n.nspacl from pg_namespace n
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
),
foreign_to_us as (
    select d.classid, d.objid from pg_depend d where d.deptype = 'e'
),
-- Every list of privileges, and whose it is.
acl (object, owner, granted) as (
    select 'schema ' || m.nspname, m.nspowner, m.nspacl from mine m
    union all
    select 'database', d.datdba, coalesce(d.datacl, acldefault('d', d.datdba)) from pg_database d where d.datname = current_database()
    union all
    select case c.relkind when 'S' then 'sequence ' when 'v' then 'view ' when 'm' then 'materialized view ' else 'table ' end
           || c.oid::regclass, c.relowner, coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))
    from pg_class c join mine m on m.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    union all
    select 'column ' || c.oid::regclass || '.' || a.attname, c.relowner, a.attacl
    from pg_attribute a join pg_class c on c.oid = a.attrelid join mine m on m.oid = c.relnamespace
    where a.attacl is not null
    union all
    select 'function ' || p.oid::regprocedure, p.proowner, coalesce(p.proacl, acldefault('f', p.proowner))
    from pg_proc p join mine m on m.oid = p.pronamespace
    where not exists (select from foreign_to_us e where e.classid = 'pg_proc'::regclass and e.objid = p.oid)
    union all
    select 'type ' || t.oid::regtype, t.typowner, coalesce(t.typacl, acldefault('T', t.typowner))
    from pg_type t join mine m on m.oid = t.typnamespace
    where not exists (select from foreign_to_us e where e.classid = 'pg_type'::regclass and e.objid = t.oid)
      and (t.typrelid = 0 and t.typelem = 0 or exists (select from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
    union all
    select 'language ' || l.lanname, l.lanowner, coalesce(l.lanacl, acldefault('l', l.lanowner)) from pg_language l
    where l.lanpltrusted
    union all
    select 'defaults of ' || pg_get_userbyid(d.defaclrole) || ' for '
           || case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'routines' when 'T' then 'types'
                when 'n' then 'schemas' else d.defaclobjtype::text end
           || coalesce(' in ' || d.defaclnamespace::regnamespace::text, '') , d.defaclrole, d.defaclacl
    from (select d.*, nullif(d.defaclnamespace, 0) as ns from pg_default_acl d) x
    cross join lateral (select x.defaclrole, x.defaclobjtype, x.ns as defaclnamespace, x.defaclacl) d
    union all
    select 'large object ' || l.oid, l.lomowner, l.lomacl from pg_largeobject_metadata l
),
may (object, owner, who) as (
    select a.object, a.owner,
           (select string_agg(g.who || ': ' || g.what, '; ' order by g.who collate "C")
            from (select case x.grantee when 0 then 'PUBLIC' else pg_get_userbyid(x.grantee) end as who,
                         string_agg(lower(x.privilege_type) || case when x.is_grantable then ' with grant option' else '' end,
                                    ' ' order by x.privilege_type) as what
                  from aclexplode(a.granted) x where x.grantee <> a.owner group by x.grantee) g)
    from acl a
),
told (object, particular) as (
    select 'function ' || p.oid::regprocedure,
           case when p.prosecdef then 'as its owner' else 'as its caller' end
           || case when p.prosqlbody is not null then ', parsed' else '' end
           || coalesce(', ' || array_to_string(p.proconfig, ', '), '')
           || case when p.proleakproof then ', leakproof' else '' end
           || case when p.prorettype in ('trigger'::regtype, 'event_trigger'::regtype) then ', for triggers' else '' end
    from pg_proc p join mine m on m.oid = p.pronamespace
    union all
    select case c.relkind when 'v' then 'view ' when 'm' then 'materialized view ' else 'table ' end || c.oid::regclass,
           concat_ws(', ', array_to_string(c.reloptions, ', '),
               case when c.relrowsecurity then 'row security' || case when c.relforcerowsecurity then ' forced' else '' end end,
               case c.relpersistence when 'u' then 'unlogged' when 't' then 'temporary' end)
    from pg_class c join mine m on m.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'f')
)
select concat_ws('; ', m.object || ': ' || case when m.object like 'defaults %' then 'to' else pg_get_userbyid(m.owner) end,
           nullif(t.particular, ''), m.who) as line
from may m left join told t using (object)
union all
select format('policy %s on %s: %s for %s to %s%s%s', p.polname, p.polrelid::regclass,
           case when p.polpermissive then 'permissive' else 'restrictive' end,
           case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
           (select string_agg(case r when 0 then 'PUBLIC' else pg_get_userbyid(r) end, ', ' order by 1) from unnest(p.polroles) r),
           ' using ' || regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\s+', ' ', 'g'),
           ' with check ' || regexp_replace(pg_get_expr(p.polwithcheck, p.polrelid), '\s+', ' ', 'g'))
from pg_policy p
union all
select format('trigger %s on %s: %s', t.tgname, t.tgrelid::regclass,
           regexp_replace(pg_get_triggerdef(t.oid), '^.*? (BEFORE|AFTER|INSTEAD OF) ', '\1 ')
           || case t.tgenabled when 'O' then '' else ', ' || t.tgenabled::text end)
from pg_trigger t where not t.tgisinternal
union all
select format('rule %s on %s', r.rulename, r.ev_class::regclass) from pg_rewrite r
where r.rulename <> '_RETURN' and r.ev_class >= 16384
union all
select format('event trigger %s: %s', evtname, evtfoid::regprocedure) from pg_event_trigger
union all
select format('extension %s: in %s', e.extname, e.extnamespace::regnamespace) from pg_extension e where e.extname <> 'plpgsql'
union all
select format('role %s: %s', r.rolname, concat_ws(', ',
           case when r.rolcanlogin then 'logs in' else 'logs in never' end, case when r.rolsuper then 'superuser' end,
           case when r.rolinherit then null else 'inherits nothing' end,
           case when r.rolcreaterole then 'creates roles' end, case when r.rolcreatedb then 'creates databases' end,
           case when r.rolreplication then 'replicates' end, case when r.rolbypassrls then 'is bound by no row security' end,
           (select 'member of ' || string_agg(m.roleid::regrole || case when m.inherit_option then '' else ' (by set role alone)' end
                       || case when m.admin_option then ' as its administrator' else '' end, ', ' order by m.roleid::regrole::text)
            from pg_auth_members m where m.member = r.oid)))
from pg_roles r where r.rolname ~ '^childfile_'
union all
select format('setting of %s%s: %s', coalesce(nullif(s.setrole, 0)::regrole::text, 'everybody'),
           case s.setdatabase when 0 then '' else ' in this database' end, array_to_string(s.setconfig, ', '))
from pg_db_role_setting s
where s.setdatabase = (select oid from pg_database where datname = current_database())
   or s.setdatabase = 0 and s.setrole::regrole::text ~ '^childfile_'
union all
select format('taken from everybody: %s', p.oid::regprocedure)
from pg_proc p
where p.pronamespace = 'pg_catalog'::regnamespace and not has_function_privilege('public', p.oid, 'execute')
  and not exists (select from pg_init_privs i where i.classoid = 'pg_proc'::regclass and i.objoid = p.oid)
union all
select format('other: %s', pg_describe_object(o.classid, o.objid, 0))
from (
    select 'pg_cast'::regclass, oid from pg_cast union all select 'pg_operator'::regclass, oid from pg_operator
    union all select 'pg_opclass'::regclass, oid from pg_opclass union all select 'pg_collation'::regclass, oid from pg_collation
    union all select 'pg_conversion'::regclass, oid from pg_conversion union all select 'pg_ts_config'::regclass, oid from pg_ts_config
    union all select 'pg_ts_dict'::regclass, oid from pg_ts_dict union all select 'pg_transform'::regclass, oid from pg_transform
    union all select 'pg_foreign_data_wrapper'::regclass, oid from pg_foreign_data_wrapper
    union all select 'pg_foreign_server'::regclass, oid from pg_foreign_server
    union all select 'pg_publication'::regclass, oid from pg_publication
    union all select 'pg_statistic_ext'::regclass, oid from pg_statistic_ext) o (classid, objid)
where o.objid >= 16384 and not exists (select from foreign_to_us e where (e.classid, e.objid) = (o.classid, o.objid))
order by 1
