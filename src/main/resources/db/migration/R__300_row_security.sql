-- ${definitions}

-- Which rows the published views read, by who asks: the policies of the tables under them. The owner of the tables is not bound
-- but where that is forced; the program reads and writes all rows. Every policy there is stands in this file.
do $$
declare
    old record;
begin
    for old in
        select p.policyname as name, format('%I.%I', p.schemaname, p.tablename) as kept
        from pg_policies p join pg_namespace n on n.nspname = p.schemaname
        where n.nspowner = 'childfile_owner'::regrole
    loop
        execute format('drop policy %I on %s', old.name, old.kept);
    end loop;
end $$;

do $$
declare
    kept regclass;
begin
    foreach kept in array array[
        'audit.access', 'audit.age_event', 'care.contact', 'care.duty', 'care.ledger', 'care.mark',
        'care.mark_undone', 'care.pair', 'care.problem', 'compliance.entry', 'compliance.matter', 'compliance.pack',
        'compliance.step', 'coverage.division', 'coverage.published', 'digitalfile.assessed', 'digitalfile.finding',
        'digitalfile.hidden_change', 'digitalfile.hit', 'digitalfile.risk', 'digitalfile.risk_change',
        'digitalfile.rule', 'landing.held_withdrawal', 'landing.pull', 'landing.quarantine',
        'linkage.identity_change', 'linkage.membership', 'linkage.person', 'linkage.review_pair', 'linkage.verdict',
        'mapping.source_record', 'mapping.unnamed_character', 'ops.run', 'ops.stage', 'pairing.check_rule',
        'pairing.decision', 'pairing.listing', 'pairing.mark', 'pairing.marked', 'pairing.moved', 'pairing.pairing',
        'pairing.problem', 'pairing.question', 'pairing.question_cursor', 'pairing.reason', 'pairing.settled',
        'pairing.supporter', 'pairing.uncovered', 'pairing.wanted_role', 'rectification.request',
        'rectification.request_event', 'rights.attribute', 'rights.grantee', 'setaside.item', 'subject.correction',
        'subject.erasure', 'subject.outranked', 'subject.returned', 'versions.change', 'versions.change_batch',
        'versions.child_version', 'versions.earlier_sources', 'versions.volunteer_version', 'wakeup.application',
        'wakeup.application_event', 'wakeup.item', 'wakeup.moved', 'wakeup.wakeup']::regclass[]
    loop
        execute format('alter table %s enable row level security', kept);
        execute format('create policy pipeline on %s to childfile_writer using (true) with check (true)', kept);
    end loop;
end $$;

-- Their views themselves ask who looks, or show a row only beside the file of a person that the caller may see.
do $$
declare
    kept regclass;
begin
    foreach kept in array array[
        'audit.access', 'digitalfile.finding', 'digitalfile.hidden_change', 'digitalfile.hit', 'digitalfile.risk',
        'digitalfile.risk_change', 'digitalfile.rule', 'landing.quarantine', 'linkage.review_pair', 'linkage.verdict',
        'rights.attribute', 'subject.correction', 'subject.erasure', 'subject.returned', 'versions.change',
        'versions.change_batch']::regclass[]
    loop
        execute format('create policy published on %s for select to childfile_views using ((select rights.claims()) is not null)', kept);
    end loop;
end $$;

-- Who may see the file of a child may see its rows.
do $$
declare
    kept regclass;
begin
    foreach kept in array array[
        'pairing.decision', 'pairing.pairing', 'pairing.uncovered', 'wakeup.application', 'wakeup.application_event',
        'wakeup.item', 'wakeup.wakeup']::regclass[]
    loop
        execute format('create policy published on %s for select to childfile_views using (
            (select rights.everywhere())
            or exists (select from versions.child_version v
                       where v.person_id = child_id and v.superseded_at is null and v.valid_to is null))', kept);
    end loop;
end $$;

do $$
declare
    kept regclass;
begin
    foreach kept in array array[
        'compliance.entry', 'compliance.matter', 'compliance.pack', 'compliance.step']::regclass[]
    loop
        execute format('create policy published on %s for select to childfile_views using (
            (select rights.purpose()) = ''audit''
            or (select rights.purpose()) = ''operations'' and (select rights.everywhere()))', kept);
    end loop;
end $$;

alter table rights.grantee force row level security;

create policy confidential on audit.access as restrictive for select to childfile_views using (
    (select rights.sees('protection'))
    or not (purpose = any ((select rights.confidential())::text[])
            or action in ('call', 'wake-up', 'receipt') and detail = any ((select rights.confidential())::text[])));

create policy listed on audit.access as restrictive for select to childfile_views using ((select rights.lists('accesses')));

create policy published on audit.age_event for select to childfile_views using (true);

create policy published on care.duty for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from pairing.pairing p where p.pairing_id = duty.pairing_id));

create policy published on care.ledger for select to childfile_views using ((select rights.claims()) is not null);

create policy published on care.mark for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from pairing.pairing p where p.pairing_id = mark.pairing_id));

create policy published on care.mark_undone for select to childfile_views using (
    exists (select from care.mark m where m.mark_id = mark_undone.mark_id));

create policy published on care.pair for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from pairing.pairing p where p.pairing_id = pair.pairing_id));

create policy published on care.problem for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from pairing.pairing p where p.pairing_id = problem.pairing_id));

create policy published on coverage.division for select to childfile_views using (
    division like any ((select rights.areas())::text[]));

create policy published on coverage.published for select to childfile_views using (
    division like any ((select rights.areas())::text[]));

-- Also for who asks for everything: for purposes that are about counts there are no rows of persons in these either.
create policy persons on digitalfile.hidden_change as restrictive for select to childfile_views using ((select rights.persons()));

create policy persons on digitalfile.risk_change as restrictive for select to childfile_views using ((select rights.persons()));

create policy published on landing.held_withdrawal for select to childfile_views using (
    (select rights.purpose()) in ('operations', 'review') and (select rights.everywhere()));

-- How many records came from which feed in a night are small cells, and names of feeds: nothing for statistics.
create policy published on landing.pull for select to childfile_views using (
    (select rights.claims()) is not null and (select rights.purpose()) is distinct from 'statistics');

create policy published on linkage.identity_change for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from versions.child_version v where v.person_id = identity_change.person_id)
    or exists (select from versions.child_version v where v.person_id = identity_change.other_id)
    or exists (select from versions.volunteer_version v where v.person_id = identity_change.person_id)
    or exists (select from versions.volunteer_version v where v.person_id = identity_change.other_id));

create policy published on linkage.membership for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from versions.child_version v where v.person_id = membership.person_id)
    or exists (select from versions.volunteer_version v where v.person_id = membership.person_id));

create policy published on linkage.person for select to childfile_views using ((select rights.claims()) is not null);

create policy published on mapping.source_record for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from linkage.membership m where m.record_id = source_record.record_id));

create policy published on mapping.unnamed_character for select to childfile_views using ((select rights.claims()) is not null);

create policy published on ops.run for select to childfile_reader, childfile_api using (
    (select rights.claims()) is not null and (select rights.purpose()) is distinct from 'statistics');

create policy published on ops.stage for select to childfile_reader, childfile_api using (
    (select rights.claims()) is not null and (select rights.purpose()) is distinct from 'statistics');

create policy published on pairing.check_rule for select to childfile_views using (true);

create policy published on pairing.problem for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from pairing.pairing p where p.pairing_id = problem.pairing_id));

create policy published on pairing.question for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from pairing.pairing p where p.pairing_id = any (pairings))
    or exists (select from wakeup.wakeup w where w.wakeup_id = any (calls)));

create policy published on pairing.reason for select to childfile_views using (true);

create policy published on pairing.supporter for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from pairing.pairing p where p.pairing_id = supporter.pairing_id));

create policy published on pairing.wanted_role for select to childfile_views using (true);

create policy published on rectification.request for select to childfile_views using (
    (select rights.purpose()) = 'audit'
    or (select rights.purpose()) in ('operations', 'subject-rights') and (select rights.everywhere()));

create policy in_force on rights.grantee to childfile_owner using (
    until is null or until >= (now() at time zone 'Asia/Shanghai')::date);

create policy watched on rights.grantee for select to childfile_warden using (true);

create policy published on setaside.item for select to childfile_views using (
    (select rights.purpose()) in ('operations', 'review') and (select rights.everywhere()));

create policy published on versions.child_version for select to childfile_views using (
    (select rights.everywhere())
    or residence_division like any ((select rights.patterns())::text[])
    or registered_division like any ((select rights.patterns())::text[])
    or person_id = any ((select rights.children())::text[]));

-- An adult's file is archived: it is kept, and shown only to who works on it or to whom it is owed.
create policy archived on versions.child_version as restrictive for select to childfile_views using (
    (select rights.purpose()) in ('operations', 'review', 'subject-rights')
    or not exists (select from audit.age_event e where e.person_id = child_version.person_id and e.age = 18));

create policy published on versions.earlier_sources for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from versions.child_version v where v.person_id = earlier_sources.person_id)
    or exists (select from versions.volunteer_version v where v.person_id = earlier_sources.person_id));

create policy published on versions.volunteer_version for select to childfile_views using (
    (select rights.everywhere())
    or division like any ((select rights.patterns())::text[])
    or person_id = any ((select rights.children())::text[]));

create policy confidential on wakeup.wakeup as restrictive for select to childfile_views using (
    (select rights.pipeline()) or (select rights.names()) ? ('call:' || kind));

-- Of whom nothing may be named there are no rows beside the file either: who may not be told of children under 14 finds on the
-- lists those who are known to be older.
do $$
declare
    kept regclass;
begin
    foreach kept in array array[
        'pairing.pairing', 'pairing.decision', 'pairing.uncovered']::regclass[]
    loop
        execute format('create policy of_age on %s as restrictive for select to childfile_views using (
            child_id is null or (select rights.minors()) or exists (
                select from versions.child_version v
                where v.person_id = child_id and v.superseded_at is null and v.valid_to is null
                  and v.birth_date <= (select (rights.sight(''child'')).born_by)))', kept);
    end loop;
end $$;

do $$
declare
    kept regclass;
begin
    foreach kept in array array[
        'pairing.supporter', 'pairing.problem', 'care.duty', 'care.pair', 'care.mark', 'care.problem']::regclass[]
    loop
        execute format('create policy of_age on %s as restrictive for select to childfile_views using (
            (select rights.minors()) or exists (select from pairing.pairing p where p.pairing_id = %s.pairing_id))',
            kept, (select relname from pg_class where oid = kept));
    end loop;
end $$;

-- An app whose registration lists attributes sees of pairings and care no more than these: pairings to who sees their number,
-- what was done in them to who sees when.
do $$
declare
    kept regclass;
begin
    foreach kept in array array[
        'pairing.pairing', 'pairing.supporter', 'pairing.decision', 'pairing.question', 'pairing.uncovered',
        'pairing.problem']::regclass[]
    loop
        execute format('create policy listed on %s as restrictive for select to childfile_views
                        using ((select rights.lists(''pairings'')))', kept);
    end loop;
end $$;

do $$
declare
    kept regclass;
begin
    foreach kept in array array[
        'care.duty', 'care.pair', 'care.mark', 'care.problem']::regclass[]
    loop
        execute format('create policy listed on %s as restrictive for select to childfile_views
                        using ((select rights.lists(''duties'')))', kept);
    end loop;
end $$;

do $$
declare
    kept regclass;
begin
    foreach kept in array array[
        'wakeup.item', 'wakeup.application', 'wakeup.application_event']::regclass[]
    loop
        execute format('create policy confidential on %s as restrictive for select to childfile_views using (
            exists (select from wakeup.wakeup w where w.wakeup_id = %s.wakeup_id))', kept, (select relname from pg_class where oid = kept));
    end loop;
end $$;

do $$
declare
    kept regclass;
begin
    foreach kept in array array[
        'digitalfile.risk_change', 'digitalfile.hidden_change']::regclass[]
    loop
        execute format('create policy named on %s as restrictive for select to childfile_views using (
            (select rights.may_see(''child'', ''kinds'')))', kept);
    end loop;
end $$;
