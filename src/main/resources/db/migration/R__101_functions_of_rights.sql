-- ${definitions}

-- Inside a function with its owner's rights current_user is the owner; this is who called it.
create or replace function rights.caller() returns name language sql stable parallel safe
return case current_setting('role') when 'none' then session_user else current_setting('role')::name end;

create or replace function rights.pipeline() returns boolean language sql stable parallel safe
return pg_has_role(rights.caller(), 'childfile_writer', 'member');
comment on function rights.pipeline() is 'Whether the program itself asks, which writes what the views show.';

create or replace function rights.granted() returns jsonb language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp as $$
declare
    said jsonb;
    allowed rights.role_purpose;
    sort rights.role;
    shown boolean;
begin
    if rights.pipeline() then
        return jsonb_build_object('role', 'pipeline', 'purpose', 'operations', 'rows', 'divisions', 'persons', true,
            'small_cells', true, 'divisions', array[''], 'children', array[]::text[], 'attributes', null, 'minors', true,
            'classes', array['plain', 'family', 'identifier', 'health', 'psychological', 'judicial', 'protection']);
    elsif rights.caller() = 'childfile_api' then
        said := nullif(current_setting('childfile.claims', true), '')::jsonb;
    else
        select to_jsonb(g) || jsonb_build_object(
                   'purpose', coalesce(nullif(current_setting('childfile.purpose', true), ''), g.purposes[1]))
        into said
        from rights.grantee g
        where g.db_role = rights.caller()
          and coalesce(nullif(current_setting('childfile.purpose', true), ''), g.purposes[1]) = any (g.purposes);
    end if;
    select rp.* into allowed from rights.role_purpose rp
    where rp.role = said ->> 'role' and rp.purpose = said ->> 'purpose';
    if not found then
        return null;
    end if;
    select r.* into sort from rights.role r where r.role = allowed.role;
    select p.persons into shown from rights.purpose p where p.purpose = allowed.purpose;
    return said || jsonb_build_object('rows', sort.rows, 'classes', allowed.classes, 'minors', allowed.minors,
        'persons', shown, 'small_cells', shown and sort.small_cells);
end $$;
comment on function rights.granted() is 'What rights.claims tells, from the tables.';

-- What a caller's claims give is worked out once a transaction of a door, not for every table that a question reads anew.
create or replace function rights.remembered() returns boolean language sql stable parallel restricted
return coalesce(
    current_setting('role') = 'childfile_api'
    and current_setting('childfile.claims', true) <> ''
    and current_setting('childfile.claims', true) = current_setting('childfile.asked', true), false);
comment on function rights.remembered() is 'Whether rights.ask worked out what the claims give that stand now.';

create or replace function rights.claims() returns jsonb language sql stable parallel restricted
return case when rights.remembered() then nullif(current_setting('childfile.granted', true), '')::jsonb else rights.granted() end;
comment on function rights.claims() is 'Who asks, for what, and what that gives: from childfile.claims where a door of the program asks (as childfile_api), from rights.grantee where somebody logged in. Null: nothing.';

create or replace function rights.strings(list jsonb) returns text[] language sql immutable parallel safe
return case when jsonb_typeof(list) = 'array' then array(select jsonb_array_elements_text(list)) else '{}' end;

create or replace function rights.patterns() returns text[] language sql stable parallel restricted
begin atomic
    select case when x.c ->> 'rows' = 'divisions' and x.c -> 'classes' <> '[]' and (x.c ->> 'persons')::boolean
                then array(select d || '%' from unnest(rights.strings(x.c -> 'divisions')) d where d ~ '^[0-9]{0,12}$')
                else '{}' end
    from (select rights.claims() as c offset 0) x;
end;
comment on function rights.patterns() is 'LIKE patterns of the divisions whose children the caller may see.';

create or replace function rights.everywhere() returns boolean language sql stable parallel restricted
return case when rights.remembered() then current_setting('childfile.everywhere', true)::boolean
            else coalesce(rights.claims() ->> 'rows' = 'divisions' and rights.claims() -> 'divisions' ? ''
                          and rights.claims() -> 'classes' <> '[]' and (rights.claims() ->> 'persons')::boolean, false) end;
comment on function rights.everywhere() is 'Whether the caller may see children of every division, and of none.';

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
comment on function rights.children() is 'Ids that the caller may see besides, and those as whom these live on.';

create or replace function rights.sees(class text) returns boolean language sql stable parallel restricted
return coalesce(rights.claims() -> 'classes' ? class, false);
comment on function rights.sees(text) is 'Whether the caller may see a class of attributes, of those who are 14 or older.';

create or replace function rights.minors() returns boolean language sql stable parallel restricted
return coalesce((rights.claims() ->> 'minors')::boolean, false);
comment on function rights.minors() is 'Whether the caller may see as much of children under 14.';

create or replace function rights.purpose() returns text language sql stable parallel restricted
return case when rights.remembered() then nullif(current_setting('childfile.purpose_of', true), '') else rights.claims() ->> 'purpose' end;

create or replace function rights.sight(population text) returns rights.seen language plpgsql stable parallel restricted
security definer set search_path = pg_catalog, pg_temp as $$
declare
    claims jsonb := rights.claims();
    listed text[] := case jsonb_typeof(claims -> 'attributes') when 'array' then rights.strings(claims -> 'attributes') end;
    seen rights.seen;
begin
    if listed is null and claims ->> 'role' <> 'pipeline' then
        select rp.sees -> population into seen.see
        from rights.role_purpose rp where rp.role = claims ->> 'role' and rp.purpose = claims ->> 'purpose';
    elsif claims ->> 'role' = 'pipeline' and population <> '' then
        select jsonb_agg(a.attribute) || '["*"]' into seen.see from rights.attribute a where a.population = sight.population;
    elsif claims is not null then
        seen.see := rights.gives(population, rights.strings(claims -> 'classes'),
            case when claims ->> 'role' <> 'pipeline' then claims ->> 'purpose' end, listed);
    end if;
    seen.see := coalesce(seen.see, '[]');
    seen.young := case when (claims ->> 'minors')::boolean then seen.see else '[]' end;
    seen.born_by := ((now() at time zone 'Asia/Shanghai')::date - interval '14 years')::date;
    seen.mask_name := claims is not null and (listed is null or 'name' = any (listed));
    return seen;
end $$;

create or replace function rights.masked(name text) returns text language sql immutable parallel safe
return left(name, 1) || '*';
comment on function rights.masked(text) is 'A name of which only the first character is shown.';

create or replace procedure rights.publish(published regclass) language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    execute format('alter view %s owner to childfile_views', published);
    execute format('grant select on %s to childfile_reader, childfile_api, childfile_writer', published);
end $$;
comment on procedure rights.publish(regclass) is 'Gives a view of mart or ops to the owner of the views, and lets those who ask read it.';

create or replace function rights.ask(said text) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    claims jsonb;
begin
    perform set_config('childfile.asked', '', true), set_config('childfile.claims', said, true);
    claims := rights.granted();
    perform set_config('childfile.granted', coalesce(claims::text, ''), true),
            set_config('childfile.purpose_of', coalesce(claims ->> 'purpose', ''), true),
            set_config('childfile.everywhere', coalesce(claims ->> 'rows' = 'divisions' and claims -> 'divisions' ? ''
                                                        and claims -> 'classes' <> '[]'
                                                        and (claims ->> 'persons')::boolean, false)::text, true),
            set_config('childfile.names', ((rights.sight('')).see)::text, true),
            set_config('childfile.asked', said, true);
end $$;
comment on function rights.ask(text) is 'Makes the claims of who asks known for the transaction, as a door of the program does that reads as childfile_api, and works out what they give.';

-- What the published views call, and the policies under them, is called as whoever asks.
create or replace procedure rights.callable(called regprocedure) language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    execute format('revoke all on routine %s from public', called);
    execute format('grant execute on routine %s to childfile_views, childfile_reader, childfile_api, childfile_writer', called);
end $$;
comment on procedure rights.callable(regprocedure) is 'Lets those who ask call a function that published views or policies call.';

-- What belongs to the database and to no dump or copy of it: asked for again at every start, see afterMigrate__doors.sql.
create or replace procedure rights.guard() language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    called regprocedure;
begin
    if has_database_privilege('public', current_database(), 'temporary') then
        execute format('revoke temporary on database %I from public', current_database());
    end if;
    if has_schema_privilege('public', 'public', 'usage') or has_schema_privilege('public', 'public', 'create') then
        revoke all on schema public from public;
    end if;
    if has_database_privilege('public', current_database(), 'temporary')
        or has_database_privilege('public', current_database(), 'create')
        or has_schema_privilege('public', 'public', 'create') then
        raise insufficient_privilege using
            message = format('everybody may make objects in the database %I', current_database()),
            hint = 'Let the login that migrates (CHILDFILE_DB_USER) own the database, or run as a superuser: '
                || format('revoke temporary, create on database %I from public; revoke all on schema public from public', current_database());
    end if;
    if not has_database_privilege('childfile_writer', current_database(), 'temporary') then
        execute format('grant temporary on database %I to childfile_writer', current_database());
    end if;
    -- Locks, large objects, messages of the log and blocks of code that anybody may make; nobody does but migrations. Only a
    -- superuser can say so.
    if (select rolsuper from pg_roles where rolname = current_user) then
        for called in
            select p.oid from pg_proc p
            where p.pronamespace = 'pg_catalog'::regnamespace
              and (p.proname like 'pg\_advisory\_%' or p.proname like 'pg\_try\_advisory\_%'
                   or p.proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import', 'pg_logical_emit_message'))
              and has_function_privilege('public', p.oid, 'execute')
        loop
            execute format('revoke execute on function %s from public', called);
            if called::text like '%advisory%' then
                -- Flyway takes one while it migrates.
                execute format('grant execute on function %s to childfile_owner', called);
            end if;
        end loop;
        -- Else everybody might lock the view against everybody.
        if has_table_privilege('public', 'pg_catalog.pg_settings', 'update') then
            revoke update on pg_catalog.pg_settings from public;
        end if;
        if has_language_privilege('public', 'plpgsql', 'usage') or has_language_privilege('public', 'sql', 'usage') then
            revoke usage on language plpgsql, sql from public;
            grant usage on language plpgsql, sql to childfile_owner;
        end if;
    end if;
end $$;
comment on procedure rights.guard() is 'Takes from PUBLIC what PostgreSQL gives it in every new database.';

create or replace function rights.end_sessions(statement interval, transaction interval, idle interval, blocking interval)
returns table (login name, reason text) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    moment timestamptz := clock_timestamp();
begin
    return query
    with session as materialized (
        select a.pid, a.usename, a.state, a.query_start, a.xact_start, a.state_change,
               g.until < (moment at time zone 'Asia/Shanghai')::date as over
        from pg_stat_activity a
        join rights.grantee g on g.db_role = a.usename
        where pg_has_role('childfile_warden', a.usesysid, 'usage')
    ),
    blocker as materialized (
        select distinct unnest(pg_blocking_pids(l.pid)) as pid
        from pg_locks l
        where not l.granted and l.waitstart < moment - blocking and l.pid not in (select s.pid from session s)
    ),
    judged as materialized (
        select s.pid, s.usename,
               case when s.over then 'over'
                    when s.pid in (select b.pid from blocker b) then 'blocks'
                    when s.state = 'active' and s.query_start < moment - statement then 'statement'
                    when s.xact_start < moment - transaction then 'transaction'
                    when s.state = 'idle' and s.state_change < moment - idle then 'idle' end as why
        from session s
    ),
    -- Materialized: else a session might be ended before it is judged.
    doomed as materialized (
        select j.pid, j.usename, j.why from judged j where j.why is not null
    )
    select d.usename, d.why from doomed d where pg_terminate_backend(d.pid);
end $$;
comment on function rights.end_sessions(interval,interval,interval,interval) is 'Ends the sessions of logins in rights.grantee that took longer than they may, that others wait for too long, or whose last day is over, and tells whose they were and why. PostgreSQL''s own limits of a login are settings, which the login may change.';

-- What childfile login grant and login revoke do, as the login that migrates: it may make roles, which nobody else may.
create or replace procedure rights.admit(login name, role text, purposes text[], divisions text[], children text[], attributes text[],
    until date, limits jsonb)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    kept record;
begin
    if login !~ '^[a-z][a-z0-9_]{0,62}$' or login ~ '^(pg_|childfile|postgres$)' then
        raise exception 'no name of a login: %', login using errcode = '42602';
    end if;
    if exists (select from pg_roles r where r.rolname = login and (
        r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls)) then
        raise exception 'a login with powers of its own: %', login using errcode = '42501';
    end if;
    if not exists (select from rights.grantee g where g.db_role = login) then
        execute format('create role %I nologin', login);
    end if;
    execute format('alter role %I with login inherit connection limit %s valid until %L', login, (limits ->> 'connections')::integer,
        coalesce(((until + 1)::timestamp at time zone 'Asia/Shanghai')::text, 'infinity'));
    for kept in
        select * from jsonb_each_text(limits - 'connections' - 'temp_file_limit')
        union all
        select 'default_transaction_read_only', 'on'
    loop
        execute format('alter role %I set %I = %L', login, kept.key, kept.value);
    end loop;
    begin
        execute format('alter role %I set temp_file_limit = %L', login, limits ->> 'temp_file_limit');
    exception when insufficient_privilege then
        raise warning 'temp_file_limit';
    end;
    execute format('grant childfile_reader to %I with inherit true, set false', login);
    execute format('grant %I to childfile_warden with inherit true, set false', login);
    insert into rights.grantee as g (db_role, role, purposes, divisions, children, attributes, until)
    values (login, role, purposes, divisions, children, attributes, until)
    on conflict (db_role) do update
    set role = excluded.role, purposes = excluded.purposes, divisions = excluded.divisions, children = excluded.children,
        attributes = excluded.attributes, until = excluded.until, since = now();
end $$;
comment on procedure rights.admit(name,text,text[],text[],text[],text[],date,jsonb) is 'Makes a login of a person, or changes it, with its rights and limits; limits are settings of PostgreSQL, and connections.';

-- First nobody logs in by it any more, then its sessions end, then it is gone, or stays as a name where another database knows it.
create or replace procedure rights.dismiss(login name) language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    delete from rights.grantee g where g.db_role = login;
    if not found then
        raise exception 'no login of a person: %', login using errcode = '42704';
    end if;
    -- A login with powers of its own, that somebody gave rights by hand, loses these and stays.
    if exists (select from pg_roles r where r.rolname = login and not (
        r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls)) then
        execute format('alter role %I with nologin', login);
    end if;
end $$;
comment on procedure rights.dismiss(name) is 'Takes a login its rights and lets nobody log in by it; rights.expel is to follow in a transaction of its own.';

create or replace procedure rights.expel(login name) language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select from pg_roles r where r.rolname = login and not r.rolcanlogin)
        or exists (select from rights.grantee g where g.db_role = login) or login ~ '^(pg_|childfile)' then
        return;
    end if;
    perform pg_terminate_backend(a.pid) from pg_stat_activity a where a.usename = login;
    begin
        execute format('drop role %I', login);
    exception when dependent_objects_still_exist then
        execute format('revoke childfile_reader from %I', login);
    end;
end $$;
comment on procedure rights.expel(name) is 'Ends the sessions of a login that was dismissed, and drops it.';

-- Under which id a person lives on tells that there is such a person: it is told of whom the caller may see.
create or replace function rights.shows(person text) returns boolean language sql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
begin atomic
    select exists (select from versions.child_version v where v.person_id = person)
        or exists (select from versions.volunteer_version v where v.person_id = person);
end;
comment on function rights.shows(text) is 'Whether the caller may see the file of a person, of now or of before: the tables are read as childfile_views, whom row security binds by the caller''s rights.';

-- Called when all migrations are done, by afterMigrate__doors.sql.
create or replace procedure rights.adopt() language plpgsql set search_path = pg_catalog, pg_temp as $$
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
comment on procedure rights.adopt() is 'Lets childfile_owner own what the login that migrates made, and gives functions that need one the search_path pg_catalog, pg_temp.';

create or replace function rights.gives(population text, classes text[], purpose text, listed text[]) returns jsonb
language sql stable parallel restricted
begin atomic
    with visible as (
        select a.population as whose, a.attribute from rights.attribute a
        where a.class = any (gives.classes) and (gives.listed is null or a.attribute = any (gives.listed))
    ),
    named as (
        select n.kind, n.name from rights.name n
        where n.population = gives.population and (n.class is null or n.class = any (gives.classes))
          and (n.purposes is null or gives.purpose is null or gives.purpose = any (n.purposes))
          and not exists (
              select from unnest(n.needs) need
              where not exists (select from visible v where v.whose || '.' || v.attribute = need))
    ),
    element as (
        select v.attribute as element from visible v where v.whose = gives.population
        union all
        select n.kind || ':' || n.name from named n
        union all
        select 'source:' || v.attribute from visible v
        where v.whose = gives.population
          and not exists (
              select from rights.source g
              where g.population = v.whose and g.attribute = v.attribute
                and not exists (select from named n where n.kind = 'feed' and n.name = g.feed))
        union all
        select '*' from (values (1)) one
        where gives.listed is null and exists (select from visible v where v.whose = gives.population)
          and not exists (select from rights.attribute a where a.population = gives.population and not a.class = any (gives.classes))
    )
    select coalesce(jsonb_agg(e.element order by e.element), '[]') from element e;
end;
comment on function rights.gives(text,text[],text,text[]) is 'What classes give for a purpose of a population, where listed is given no more than these attributes: attributes and names, as rights.sight tells them.';

-- Rows of persons, for purposes that are about persons.
create or replace function rights.persons() returns boolean language sql stable parallel restricted
return coalesce((rights.claims() ->> 'persons')::boolean, false);
comment on function rights.persons() is 'Whether the caller''s purpose is about persons, and not only about how many there are.';

create or replace function rights.areas() returns text[] language sql stable parallel restricted
begin atomic
    select case when x.c ->> 'rows' = 'divisions' and x.c -> 'classes' <> '[]'
                then array(select d || '%' from unnest(rights.strings(x.c -> 'divisions')) d where d ~ '^[0-9]{0,12}$')
                else '{}' end
    from (select rights.claims() as c offset 0) x;
end;
comment on function rights.areas() is 'LIKE patterns of the divisions whose counts the caller may see, for whatever purpose.';

create or replace function rights.names() returns jsonb language sql stable parallel restricted
return case when rights.remembered() then coalesce(nullif(current_setting('childfile.names', true), '')::jsonb, '[]')
            else (rights.sight('')).see end;
comment on function rights.names() is 'What may be named to the caller beside persons: lists, counts, kinds of calls. A door has it worked out before it asks, so that what is not shown takes no longer than what is not there.';

create or replace function rights.lists(list text) returns boolean language sql stable parallel restricted
begin atomic
    select rights.pipeline()
        or coalesce(x.see ? ('list:' || list)
            or x.see ? ('city-list:' || list) and (rights.everywhere() or rights.claims() ->> 'rows' = 'none'), false)
    from (select rights.names() as see offset 0) x;
end;
comment on function rights.lists(text) is 'Whether the caller may be told of a list of rights.yaml.';

create or replace function rights.told(see jsonb, version integer, changed text[]) returns boolean language sql immutable parallel safe
return see ? '*' or version = 1 or see ?| changed or changed && array['residence_division', 'registered_division', 'division'];
comment on function rights.told(jsonb,integer,text[]) is 'Whether a version of a file says something new to who sees no more than this. Divisions are shown to everybody who sees the person.';

create or replace function rights.confidential() returns text[] language sql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp as $$
    select array(
        select n.name from rights.name n where n.kind = 'call' and n.class = 'protection'
        union
        select rp.purpose from rights.role_purpose rp where 'protection' = any (rp.classes))
$$;
comment on function rights.confidential() is 'Kinds of calls and purposes that are of the class protection.';

-- Reports of abuse are a class of their own: the kinds of calls that rights.yaml gives the class protection. Who does not see
-- that class finds no trace of one: the tables themselves show none to the views, whatever a view asks.
create or replace function rights.reports(kind text) returns boolean language sql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp as $$
    select not exists (
        select from rights.name n where n.kind = 'call' and n.name = reports.kind and n.class is distinct from 'protection')
$$;
comment on function rights.reports(text) is 'Whether calls of a kind are confidential reports; so is one of which rights.yaml says nothing.';

create or replace function rights.small_cells() returns boolean language sql stable parallel restricted
return coalesce((rights.claims() ->> 'small_cells')::boolean, false);
comment on function rights.small_cells() is 'Whether the caller is shown counts however small they are.';

-- Whether two living persons have the same id number: whoever may see the one need not see the other.
create or replace function rights.number_shared(population text, person text, index bytea) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select case population
        when 'child' then exists (
            select from versions.child_version v
            where v.id_number_index = index and v.person_id <> person and v.superseded_at is null and v.valid_to is null)
        else exists (
            select from versions.volunteer_version v
            where v.id_number_index = index and v.person_id <> person and v.superseded_at is null and v.valid_to is null)
    end;
end;
comment on function rights.number_shared(text,text,bytea) is 'Whether another person''s file has the same id number.';

create or replace function rights.sees_reports() returns boolean language sql stable parallel restricted
return rights.pipeline() or rights.sees('protection');
comment on function rights.sees_reports() is 'Whether the caller may see confidential reports.';

create or replace function rights.may_see(population text, attribute text) returns boolean language sql stable parallel restricted
begin atomic
    select coalesce(bool_or(s.see ? may_see.attribute or s.young ? may_see.attribute), false)
    from rights.sight(may_see.population) s;
end;
comment on function rights.may_see(text,text) is 'Whether the caller may see an attribute of anybody at all.';
