-- ${definitions}

-- Who calls the functions and reads the views. PUBLIC may nothing; what is made here belongs to childfile_owner, and to
-- childfile_views what looks through row security.

do $$
declare
    made record;
begin
    -- Only what is granted below is granted, also where an earlier version granted more.
    for made in
        select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspowner = 'childfile_owner'::regrole
    loop
        execute format('revoke all on routine %s from public, childfile_reader, childfile_api, childfile_views, childfile_writer',
            made.name);
    end loop;
end $$;

-- The new owner of a function needs the right to make one there while it becomes it, unless a superuser says so.
grant create on schema rights to childfile_views, childfile_warden;
do $$
declare
    called regprocedure;
begin
    foreach called in array array[
        'digitalfile.grounded(jsonb,jsonb)', 'digitalfile.shown(jsonb,jsonb)', 'digitalfile.told_grade(text,jsonb)',
        'linkage.worth(bigint,bigint,double precision,boolean,boolean,boolean)', 'rights.areas()', 'rights.caller()',
        'rights.children()', 'rights.claims()', 'rights.confidential()', 'rights.everywhere()', 'rights.granted()',
        'rights.lists(text)', 'rights.masked(text)', 'rights.may_see(text,text)', 'rights.minors()', 'rights.names()',
        'rights.number_shared(text,text,bytea)', 'rights.patterns()', 'rights.persons()', 'rights.pipeline()',
        'rights.purpose()', 'rights.remembered()', 'rights.reports(text)', 'rights.sees(text)',
        'rights.sees_reports()', 'rights.sight(text)', 'rights.small_cells()', 'rights.strings(jsonb)',
        'rights.told(jsonb,integer,text[])', 'versions.told_child(text,integer,date,jsonb)',
        'versions.told_volunteer(text,integer,date,jsonb)', 'wakeup.shown()', 'wakeup.told(text)']::regprocedure[]
    loop
        call rights.callable(called);
    end loop;
    foreach called in array array[
        'mart.child_as_of(date,timestamptz)', 'mart.child_difference(text,integer,integer)',
        'mart.child_value_as_of(date,timestamptz)', 'mart.find_child(text,text,integer)',
        'mart.find_volunteer(text,integer)', 'mart.volunteer_as_of(date,timestamptz)',
        'mart.volunteer_difference(text,integer,integer)', 'mart.volunteer_value_as_of(date,timestamptz)', 'rights.shows(text)']::regprocedure[]
    loop
        execute format('alter routine %s owner to childfile_views', called);
        call rights.callable(called);
    end loop;
end $$;

grant execute on function mart.current_id(text) to childfile_reader, childfile_api, childfile_writer;
grant execute on function rights.ask(text) to childfile_api;
grant execute on routine
    audit.age_band(text,date,date), audit.append(bigint,bytea,jsonb), care.reading(json), linkage.drop_block_key(),
    linkage.drop_held_value_indexes(), linkage.make_block_key(), linkage.make_held_value_indexes(),
    mapping.readable(json), pairing.lives_as(text), rights.gives(text,text[],text,text[]), versions.change_batch(),
    versions.tell_erased(text,text), wakeup.resort_reports()
    to childfile_writer;

grant select on audit.born, coverage.open_wakeup, linkage.verdict_change, pairing.child_in_need, pairing.load,
    pairing.volunteer_check, wakeup.receipt to childfile_writer;
grant select on linkage.verdict_change, pairing.load, pairing.volunteer_check, wakeup.receipt to childfile_views;

do $$
declare
    published regclass;
begin
    for published in select oid from pg_class where relkind = 'v' and relnamespace in ('mart'::regnamespace, 'ops'::regnamespace) loop
        call rights.publish(published);
    end loop;
end $$;

alter function rights.end_sessions(interval, interval, interval, interval) owner to childfile_warden;
revoke create on schema rights from childfile_views, childfile_warden;
grant execute on function rights.end_sessions(interval, interval, interval, interval) to childfile_writer;

-- By this the running program finds whether the definitions are its own.
create or replace function rights.definitions() returns text language sql immutable parallel safe return '${edition} ${definitions}';
comment on function rights.definitions is 'The edition of the program that last defined views and functions, and the digest of its scripts.';
grant execute on function rights.definitions() to childfile_writer;

call rights.adopt();
call rights.guard();
