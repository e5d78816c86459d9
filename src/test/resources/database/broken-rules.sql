-- What no list may allow: a line each that breaks a rule.
with mine as (
    select n.oid, n.nspname, n.nspowner, n.nspacl from pg_namespace n
    where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
),
relations as (
    select c.oid, c.oid::regclass as name, c.relkind, c.relowner, pg_get_userbyid(c.relowner) as owner, c.relacl, c.reloptions,
           c.relrowsecurity
    from pg_class c join mine m on m.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
),
functions as (
    select p.oid, p.oid::regprocedure as name, pg_get_userbyid(p.proowner) as owner, p.proowner, p.proacl, p.prosecdef, p.prosqlbody,
           p.proconfig, p.proleakproof, p.prosrc
    from pg_proc p join mine m on m.oid = p.pronamespace
),
grants (object, who, what, is_grantable) as (
    select x.object, a.grantee, a.privilege_type, a.is_grantable
    from (select 'schema ' || nspname, nspowner, nspacl from pg_namespace where nspname = 'public' or oid in (select oid from mine)
          union all
          select 'relation ' || name, relowner, relacl from relations
          union all
          select 'column ' || r.name || '.' || a.attname, r.relowner, a.attacl
          from pg_attribute a join relations r on r.oid = a.attrelid where a.attacl is not null
          union all
          select 'function ' || name, proowner, coalesce(proacl, acldefault('f', proowner)) from functions
          union all
          select 'database', datdba, coalesce(datacl, acldefault('d', datdba)) from pg_database where datname = current_database()
          union all
          select 'language ' || lanname, lanowner, coalesce(lanacl, acldefault('l', lanowner)) from pg_language where lanpltrusted
    ) x (object, owner, acl)
    cross join lateral aclexplode(x.acl) a
    where a.grantee <> x.owner
),
public_may as (
    select g.* from grants g where g.who = 0 and not (g.object = 'database' and g.what = 'CONNECT')
),
looks as (
    select oid, rolname from pg_roles where rolname in ('childfile_reader', 'childfile_api')
)
select format('function %s names types and tables as its caller''s search_path finds them: let its body be parsed (return …, begin atomic) or give it: set search_path = pg_catalog, pg_temp', name)
from functions
where (prosecdef or prosqlbody is null)
  and not ('search_path=pg_catalog, pg_temp' = any (coalesce(proconfig, '{}')))
union all
select format('function %s takes an advisory lock, which is anybody''s: lock a row or a table of the program', name) from functions
where prosrc ~ '(perform|select) +pg_(try_)?advisory'
union all
select format('function %s says that it is leakproof', name) from functions where proleakproof
union all
select format('%s: PUBLIC may %s', object, lower(what)) from public_may
union all
select format('view %s is read by others than the program, but is no security barrier', name) from relations
where relkind in ('v', 'm') and not ('security_barrier=true' = any (coalesce(reloptions, '{}')))
  and exists (select from looks l where has_table_privilege(l.oid, relations.oid, 'select'))
union all
select format('view %s looks as %s, whom no row security binds: let childfile_views own it', name, owner) from relations
where relkind in ('v', 'm') and owner <> 'childfile_views'
  and exists (select from looks l where has_table_privilege(l.oid, relations.oid, 'select'))
union all
select format('table %s is read by %s, but has no row security', r.name, w.rolname)
from relations r join pg_roles w on w.rolname in ('childfile_views', 'childfile_reader', 'childfile_api')
where r.relkind in ('r', 'p', 'f') and has_any_column_privilege(w.oid, r.oid, 'select') and not r.relrowsecurity
union all
select format('table %s has a policy for everybody: %s', p.polrelid::regclass, p.polname) from pg_policy p where 0 = any (p.polroles)
union all
select format('%s belongs to %s: let childfile_owner own it', name, owner) from relations
where owner not in ('childfile_owner', 'childfile_views') or owner = 'childfile_views' and relkind <> 'v'
union all
select format('function %s belongs to %s: let childfile_owner own it', name, owner) from functions
where owner not in ('childfile_owner', 'childfile_views')
  and not (owner = 'childfile_warden' and name = 'rights.end_sessions(interval,interval,interval,interval)'::regprocedure)
union all
select format('schema %s belongs to %s: let childfile_owner own it', nspname, pg_get_userbyid(nspowner)) from mine
where pg_get_userbyid(nspowner) <> 'childfile_owner'
union all
select format('%s: %s may %s, who only looks', g.object, l.rolname, lower(g.what))
from grants g join looks l on l.oid = g.who
where g.what not in ('SELECT', 'USAGE', 'EXECUTE', 'CONNECT')
union all
select format('%s: %s may hand its privilege on', object, pg_get_userbyid(who)) from grants where is_grantable
union all
select format('what %s makes in future: PUBLIC may %s %s', r.rolname, lower(what), kind)
from pg_roles r
cross join (values ('EXECUTE', 'functions', 'f'::"char"), ('USAGE', 'types', 'T'::"char")) d (what, kind, type)
where (r.rolname = 'childfile_owner' or r.rolname = current_user)
  and not exists (select from pg_default_acl a where a.defaclrole = r.oid and a.defaclobjtype = d.type and a.defaclnamespace = 0
                  and not exists (select from aclexplode(a.defaclacl) x where x.grantee = 0))
union all
select format('%s: PUBLIC may change or lock it', c.oid::regclass) from pg_class c
where c.relkind in ('r', 'v') and c.relnamespace in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
  and (has_table_privilege('public', c.oid, 'insert') or has_table_privilege('public', c.oid, 'update')
       or has_table_privilege('public', c.oid, 'delete') or has_table_privilege('public', c.oid, 'truncate')
       or has_table_privilege('public', c.oid, 'maintain'))
union all
select format('event trigger %s', evtname) from pg_event_trigger
union all
select format('trigger %s on %s runs %s, which is not childfile_owner''s', t.tgname, t.tgrelid::regclass, p.oid::regprocedure)
from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_class c on c.oid = t.tgrelid join mine m on m.oid = c.relnamespace
where not t.tgisinternal and pg_get_userbyid(p.proowner) <> 'childfile_owner'
union all
select format('role %s logs in and has the rights of %s without asking for them', m.rolname, g.rolname)
from pg_auth_members x join pg_roles m on m.oid = x.member join pg_roles g on g.oid = x.roleid
where m.rolcanlogin and x.inherit_option and not m.rolsuper and g.rolname ~ '^childfile_' and g.rolname <> 'childfile_reader'
  and m.rolname ~ '^childfile_'
union all
select format('role %s is a superuser, or makes roles or databases', rolname) from pg_roles
where rolname ~ '^childfile_' and (rolsuper or rolcreaterole or rolcreatedb or rolreplication)
order by 1
