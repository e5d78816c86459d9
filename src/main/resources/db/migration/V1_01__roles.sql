-- The roles of the database, none of which logs in. beforeMigrate__roles.sql makes childfile_owner where no superuser migrates.

do $$
declare
    wanted text;
begin
    foreach wanted in array array[
        'childfile_owner', 'childfile_writer', 'childfile_views', 'childfile_reader', 'childfile_api', 'childfile_warden']
    loop
        begin
            if not exists (select from pg_roles where rolname = wanted) then
                execute format('create role %I nologin', wanted);
            end if;
        exception when duplicate_object or unique_violation then
            -- Another database of this server is being made at the same time: roles are the server's.
            null;
        end;
    end loop;
    -- Whoever migrates makes objects for these roles; a superuser needs no grant.
    if not (select rolsuper from pg_roles where rolname = current_user) then
        execute format('grant childfile_owner, childfile_views, childfile_warden to %I with inherit true, set true', current_user);
    end if;
end $$;
do $$
begin
    grant childfile_views to childfile_owner with inherit true, set true;
    grant childfile_api to childfile_writer with inherit false, set true;
exception when others then
    -- Another database of this server is being made at the same time.
    if sqlstate not in ('23505', 'XX000') then
        raise;
    end if;
end $$;

-- PostgreSQL takes no COPY into a table whose rows are guarded, not even from whom the guard lets through; the program's
-- policies let it through everywhere. Needs an owner that is a superuser or has BYPASSRLS itself.
do $$ begin
    if not (select rolbypassrls from pg_roles where rolname = 'childfile_writer') then
        alter role childfile_writer bypassrls;
    end if;
end $$;

-- Of what is made PUBLIC has nothing.
alter default privileges revoke execute on routines from public;
alter default privileges for role childfile_owner revoke execute on routines from public;
alter default privileges revoke usage on types from public;
alter default privileges for role childfile_owner revoke usage on types from public;

-- The running program compares the tables with those that it was made for.
grant usage on schema public to childfile_writer;
grant select on public.flyway_schema_history to childfile_writer;

create extension if not exists btree_gist;
