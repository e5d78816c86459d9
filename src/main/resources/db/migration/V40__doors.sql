-- Whoever logs in with SQL finds no door to the owner's rights. PostgreSQL looks for types and tables in pg_temp before all other
-- schemas unless a search_path names it, so that what a caller planted there ran as the owner of a function that spoke of jsonb.
--   1. Every function is one of two kinds: its body was parsed when it was made, so that each name in it is bound to what it
--      meant then, and it runs as its caller; or its search_path is pg_catalog, pg_temp.
--   2. PUBLIC may nothing: neither call a function, nor make temporary tables, nor use the schema public.
--   3. All belongs to childfile_owner, which nobody logs in as, but for the views and what looks through them.
-- DatabaseCatalogueTest holds the whole of it against a list.

-- Asked once a question by row security, as an initial plan: PL/pgSQL keeps its plan, where SQL would plan anew each time.
create or replace function rights.children() returns text[] language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp as $$
declare
    claims jsonb := rights.claims();
begin
    if claims ->> 'rows' in ('divisions', 'children') and claims -> 'classes' <> '[]' then
        return rights.strings(claims -> 'children');
    end if;
    return '{}';
end $$;

create or replace function pairing.lives_as(person text) returns text language sql stable
begin atomic
    with recursive lives (person_id, retired_into) as (
        select p.person_id, p.retired_into from linkage.person p where p.person_id = person
        union all
        select p.person_id, p.retired_into from lives l join linkage.person p on p.person_id = l.retired_into
    )
    select coalesce((select l.person_id from lives l where l.retired_into is null), person);
end;

alter schema privacy owner to childfile_owner;
alter type rights.seen owner to childfile_owner;

do $$
declare
    object record;
begin
    for object in
        select c.oid::regclass as name, c.relkind from pg_class c
        where c.relnamespace in ('privacy'::regnamespace, 'versions'::regnamespace) and c.relkind in ('r', 'S')
          and pg_get_userbyid(c.relowner) <> 'childfile_owner'
          and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))
    loop
        execute format('alter %s %s owner to childfile_owner',
            case object.relkind when 'S' then 'sequence' else 'table' end, object.name);
    end loop;
    for object in
        select p.oid::regprocedure as name, pg_get_userbyid(p.proowner) as owner, p.prosecdef or p.prosqlbody is null as bound
        from pg_proc p
        where p.pronamespace::regnamespace::text in ('batch', 'quartz', 'landing', 'mapping', 'linkage', 'versions', 'ops',
            'mart', 'rights', 'audit', 'subject', 'digitalfile', 'pairing', 'care', 'wakeup', 'coverage', 'privacy')
    loop
        if object.owner not in ('childfile_owner', 'childfile_views') then
            execute format('alter routine %s owner to childfile_owner', object.name);
        end if;
        if object.bound then
            execute format('alter routine %s set search_path = pg_catalog, pg_temp', object.name);
        end if;
        execute format('revoke all on routine %s from public', object.name);
    end loop;
end $$;

-- What the published views call, and the policies under them, is called as whoever asks.
create procedure rights.callable(called regprocedure) language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    execute format('revoke all on routine %s from public', called);
    execute format('grant execute on routine %s to childfile_views, childfile_reader, childfile_api, childfile_writer', called);
end $$;
comment on procedure rights.callable is 'A new function that published views, policies or those who ask call: let its body be parsed (return …, begin atomic), or give it the search_path pg_catalog, pg_temp.';
alter procedure rights.callable(regprocedure) owner to childfile_owner;
revoke all on procedure rights.callable(regprocedure) from public;

do $$
declare
    called regprocedure;
begin
    foreach called in array array[
        'rights.caller()', 'rights.pipeline()', 'rights.claims()', 'rights.remembered()', 'rights.granted()', 'rights.strings(jsonb)',
        'rights.patterns()', 'rights.everywhere()', 'rights.children()', 'rights.sees(text)', 'rights.minors()',
        'rights.purpose()', 'rights.sight(text)', 'rights.masked(text)', 'digitalfile.shown(jsonb,jsonb)',
        'digitalfile.grounded(jsonb,jsonb)', 'wakeup.shown()', 'wakeup.told(text)',
        'linkage.worth(bigint,bigint,double precision,boolean,boolean,boolean)']::regprocedure[]
    loop
        call rights.callable(called);
    end loop;
end $$;
grant execute on function rights.ask(text) to childfile_api;
grant execute on function pairing.lives_as(text), versions.change_batch(), versions.tell_erased(text, text),
    audit.link(bytea, bigint, timestamptz, text, text, text, text, text, text, text[], text) to childfile_writer;

-- Of what is made from now on PUBLIC has nothing either.
alter default privileges revoke execute on routines from public;
alter default privileges for role childfile_owner revoke execute on routines from public;
alter default privileges revoke usage on types from public;
alter default privileges for role childfile_owner revoke usage on types from public;
revoke usage on type rights.seen from public;
grant usage on type rights.seen to childfile_views, childfile_reader, childfile_api, childfile_writer;

-- Tables that published views read had no row security where the view itself asks who looks; a view that forgets it shows nothing.
do $$
declare
    kept regclass;
begin
    foreach kept in array array[
        'audit.access', 'landing.pull', 'landing.quarantine', 'linkage.review_pair', 'linkage.verdict',
        'rights.attribute', 'subject.correction', 'subject.erasure', 'subject.returned', 'versions.change',
        'versions.change_batch']::regclass[]
    loop
        execute format('alter table %s enable row level security', kept);
        execute format('create policy pipeline on %s to childfile_writer using (true) with check (true)', kept);
        execute format('create policy published on %s for select to childfile_views using ((select rights.claims()) is not null)', kept);
    end loop;
end $$;
-- It is part of the policy of every child's file already: its own is the cheapest there is.
alter table audit.age_event enable row level security;
create policy pipeline on audit.age_event to childfile_writer using (true) with check (true);
create policy published on audit.age_event for select to childfile_views using (true);

alter view mart.change_batch set (security_barrier);

-- What belongs to the database and to no dump or copy of it: asked for again at every start, see afterMigrate__doors.sql.
create procedure rights.guard() language plpgsql set search_path = pg_catalog, pg_temp as $$
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
comment on procedure rights.guard is 'Takes from PUBLIC what PostgreSQL gives it in every new database.';
alter procedure rights.guard() owner to childfile_owner;
revoke all on procedure rights.guard() from public;
