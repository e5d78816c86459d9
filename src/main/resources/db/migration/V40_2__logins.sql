-- Logins of people who ask with SQL: until when, and who ends their sessions when these take too long.
alter table rights.grantee
    add column until date,
    add column since timestamptz not null default now();
comment on column rights.grantee.until is 'The last day on which it counts, by the calendar of Asia/Shanghai; null: no end.';
comment on column rights.grantee.since is 'When it was granted, or last granted anew.';

-- Who asks is looked up as the tables' owner, whom this policy binds as well: what is over is not there.
alter table rights.grantee enable row level security;
alter table rights.grantee force row level security;
create policy in_force on rights.grantee to childfile_owner using (
    until is null or until >= (now() at time zone 'Asia/Shanghai')::date);
create policy pipeline on rights.grantee to childfile_writer using (true) with check (true);

-- A role that is a member of each of these logins and of nothing else: it may end their sessions and nobody's besides.
do $$
begin
    begin
        if to_regrole('childfile_warden') is null then
            create role childfile_warden nologin;
        end if;
    exception when duplicate_object or unique_violation then
        -- Another database of this server is being made at the same time: roles are the server's.
        null;
    end;
    if not (select rolsuper from pg_roles where rolname = current_user) then
        execute format('grant childfile_warden to %I with inherit true, set true', current_user);
    end if;
end $$;

create function rights.end_sessions(statement interval, transaction interval, idle interval, blocking interval)
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
comment on function rights.end_sessions is 'Ends the sessions of logins in rights.grantee that took longer than they may, that others wait for too long, or whose last day is over, and tells whose they were and why. PostgreSQL''s own limits of a login are settings, which the login may change.';

-- The new owner of a function needs the right to make one there while it becomes it, unless a superuser says so.
grant usage, create on schema rights to childfile_warden;
alter function rights.end_sessions(interval, interval, interval, interval) owner to childfile_warden;
revoke create on schema rights from childfile_warden;
revoke all on function rights.end_sessions(interval, interval, interval, interval) from public;
grant execute on function rights.end_sessions(interval, interval, interval, interval) to childfile_writer;
grant select (db_role, until) on rights.grantee to childfile_warden;
create policy watched on rights.grantee for select to childfile_warden using (true);

-- What childfile login grant and login revoke do, as the login that migrates: it may make roles, which nobody else may.
create procedure rights.admit(login name, role text, purposes text[], divisions text[], children text[], attributes text[],
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
comment on procedure rights.admit is 'Makes a login of a person, or changes it, with its rights and limits; limits are settings of PostgreSQL, and connections.';

-- First nobody logs in by it any more, then its sessions end, then it is gone, or stays as a name where another database knows it.
create procedure rights.dismiss(login name) language plpgsql set search_path = pg_catalog, pg_temp as $$
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
comment on procedure rights.dismiss is 'Takes a login its rights and lets nobody log in by it; rights.expel is to follow in a transaction of its own.';

create procedure rights.expel(login name) language plpgsql set search_path = pg_catalog, pg_temp as $$
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
comment on procedure rights.expel is 'Ends the sessions of a login that was dismissed, and drops it.';

do $$
declare
    made regprocedure;
begin
    foreach made in array array['rights.admit(name,text,text[],text[],text[],text[],date,jsonb)', 'rights.dismiss(name)',
        'rights.expel(name)']::regprocedure[]
    loop
        execute format('alter procedure %s owner to childfile_owner', made);
        execute format('revoke all on procedure %s from public', made);
    end loop;
end $$;
