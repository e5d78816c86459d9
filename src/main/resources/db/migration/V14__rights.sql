-- Who may see what: database roles, the rights of those who ask, and row-level security on the tables that are read.
-- The published views, which mask columns by the same rights, follow in V14_1.

do $$
declare
    wanted text;
begin
    foreach wanted in array array[
        'childfile_owner', 'childfile_writer', 'childfile_views', 'childfile_reader', 'childfile_api']
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
        execute format('grant childfile_owner, childfile_views to %I with inherit true, set true', current_user);
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

create schema rights;

create table rights.role (
    role text primary key,
    rows text not null check (rows in ('divisions', 'children', 'none'))
);
comment on table rights.role is 'Kinds of callers, and by what they see rows: their divisions (and children that are listed besides), listed children only, or no rows at all. Read from mappings/rights.yaml.';

create table rights.purpose (
    purpose text primary key
);
comment on table rights.purpose is 'What data may be wanted for. Read from mappings/rights.yaml.';

create table rights.role_purpose (
    role text not null references rights.role,
    purpose text not null references rights.purpose,
    classes text[] not null,
    minors boolean not null,
    sees jsonb not null default '{}',
    primary key (role, purpose)
);
comment on table rights.role_purpose is 'Which classes of attributes a role sees for a purpose, and whether of children under 14. Read from mappings/rights.yaml.';
comment on column rights.role_purpose.sees is 'By population the names of the attributes of these classes, so that nobody has to gather them for each question.';

create table rights.attribute (
    population text not null,
    attribute text not null,
    class text not null check (class in ('plain', 'family', 'identifier', 'health', 'psychological', 'judicial')),
    primary key (population, attribute)
);
comment on table rights.attribute is 'The class of protection of every attribute; what is not here is shown to nobody.';
insert into rights.attribute (population, attribute, class) values
    ('child', 'name', 'plain'),
    ('child', 'former_name', 'plain'),
    ('child', 'sex', 'plain'),
    ('child', 'birth_date', 'plain'),
    ('child', 'id_number', 'identifier'),
    ('child', 'birth_certificate', 'identifier'),
    ('child', 'ethnic_group', 'plain'),
    ('child', 'registered_division', 'plain'),
    ('child', 'registered_address', 'identifier'),
    ('child', 'registered_place', 'identifier'),
    ('child', 'residence_division', 'plain'),
    ('child', 'residence_address', 'identifier'),
    ('child', 'residence_place', 'identifier'),
    ('child', 'phone', 'identifier'),
    ('child', 'kinds', 'health'),
    ('child', 'on_roster', 'plain'),
    ('child', 'recognised_on', 'plain'),
    ('child', 'left_roster_on', 'plain'),
    ('child', 'subsistence_allowance', 'plain'),
    ('child', 'extreme_poverty', 'plain'),
    ('child', 'guardian_name', 'family'),
    ('child', 'guardian_id_number', 'identifier'),
    ('child', 'guardian_kinship', 'family'),
    ('child', 'guardian_phone', 'identifier'),
    ('child', 'father_name', 'family'),
    ('child', 'father_id_number', 'identifier'),
    ('child', 'father_state', 'judicial'),
    ('child', 'mother_name', 'family'),
    ('child', 'mother_id_number', 'identifier'),
    ('child', 'mother_phone', 'identifier'),
    ('child', 'mother_state', 'judicial'),
    ('child', 'parents_state_since', 'judicial'),
    ('child', 'carer_name', 'family'),
    ('child', 'carer_phone', 'identifier'),
    ('child', 'household_number', 'identifier'),
    ('child', 'household_head', 'family'),
    ('child', 'household_kinship', 'family'),
    ('child', 'registration_state', 'plain'),
    ('child', 'school_code', 'plain'),
    ('child', 'school_name', 'plain'),
    ('child', 'grade', 'plain'),
    ('child', 'school_class', 'plain'),
    ('child', 'enrolment_state', 'plain'),
    ('child', 'enrolled_in', 'plain'),
    ('child', 'boarding', 'plain'),
    ('child', 'left_behind', 'plain'),
    ('child', 'migrant', 'plain'),
    ('child', 'orphan', 'family'),
    ('child', 'disabled', 'health'),
    ('child', 'disability_category', 'health'),
    ('child', 'disability_grade', 'health'),
    ('child', 'disability_certificate', 'identifier'),
    ('child', 'diagnoses', 'health'),
    ('child', 'vaccinations', 'health'),
    ('child', 'last_checkup_on', 'health'),
    ('child', 'psych_scale', 'psychological'),
    ('child', 'psych_score', 'psychological'),
    ('child', 'psych_level', 'psychological'),
    ('child', 'insurance_state', 'plain'),
    ('child', 'insurance_year', 'plain'),
    ('child', 'insurance_division', 'plain'),
    ('child', 'subsidised', 'plain'),
    ('child', 'last_visit_on', 'health'),
    ('child', 'last_visit_hospital', 'health'),
    ('child', 'last_visit_diagnosis', 'health'),
    ('volunteer', 'name', 'plain'),
    ('volunteer', 'sex', 'plain'),
    ('volunteer', 'id_number', 'identifier'),
    ('volunteer', 'birth_date', 'plain'),
    ('volunteer', 'post', 'plain'),
    ('volunteer', 'organisation', 'plain'),
    ('volunteer', 'division', 'plain'),
    ('volunteer', 'phone', 'identifier'),
    ('volunteer', 'address', 'identifier'),
    ('volunteer', 'place', 'identifier'),
    ('volunteer', 'skills', 'plain'),
    ('volunteer', 'capacity', 'plain'),
    ('volunteer', 'training', 'plain'),
    ('volunteer', 'in_post', 'plain'),
    ('pairing', 'pairing_number', 'plain'),
    ('pairing', 'volunteer_number', 'plain'),
    ('pairing', 'child_id_number', 'identifier'),
    ('pairing', 'roster_number', 'plain'),
    ('pairing', 'started_on', 'plain'),
    ('pairing', 'ended_on', 'plain'),
    ('pairing', 'end_reason', 'plain'),
    ('pairing', 'supporter_roles', 'plain'),
    ('pairing', 'supporter_names', 'family'),
    ('pairing', 'supporter_phones', 'identifier'),
    ('care', 'record_number', 'plain'),
    ('care', 'pairing_number', 'plain'),
    ('care', 'kind', 'plain'),
    ('care', 'at', 'plain'),
    ('care', 'note', 'family'),
    ('care', 'problem', 'family'),
    ('care', 'attachments', 'plain');

create table rights.grantee (
    db_role name primary key,
    role text not null,
    divisions text[] not null default '{}',
    children text[] not null default '{}',
    purposes text[] not null check (cardinality(purposes) > 0),
    attributes text[]
);
comment on table rights.grantee is 'The rights of those who log in with SQL. They choose one of their purposes by: set childfile.purpose = ''…''; the first is the default.';

-- Inside a function with its owner's rights current_user is the owner; this is who called it.
create function rights.caller() returns name language sql stable parallel safe
return case current_setting('role') when 'none' then session_user else current_setting('role')::name end;

create function rights.pipeline() returns boolean language sql stable parallel safe
return pg_has_role(rights.caller(), 'childfile_writer', 'member');
comment on function rights.pipeline is 'Whether the program itself asks, which writes what the views show.';

create function rights.claims() returns jsonb language plpgsql stable parallel restricted security definer
set search_path = '' as $$
declare
    said jsonb;
    allowed rights.role_purpose;
    allowed_rows text;
begin
    if rights.pipeline() then
        return jsonb_build_object('role', 'pipeline', 'purpose', 'operations', 'rows', 'divisions',
            'divisions', array[''], 'children', array[]::text[], 'attributes', null, 'minors', true,
            'classes', array['plain', 'family', 'identifier', 'health', 'psychological', 'judicial']);
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
    select r.rows into allowed_rows from rights.role r where r.role = allowed.role;
    return said || jsonb_build_object('rows', allowed_rows, 'classes', allowed.classes, 'minors', allowed.minors);
end $$;
comment on function rights.claims is 'Who asks, for what, and what that gives: from childfile.claims where a door of the program asks (as childfile_api), from rights.grantee where somebody logged in. Null: nothing.';

create function rights.strings(list jsonb) returns text[] language sql immutable parallel safe
return case when jsonb_typeof(list) = 'array' then array(select jsonb_array_elements_text(list)) else '{}' end;

create function rights.patterns() returns text[] language plpgsql stable parallel restricted as $$
declare
    claims jsonb := rights.claims();
begin
    if claims ->> 'rows' = 'divisions' and claims -> 'classes' <> '[]' then
        return array(select d || '%' from unnest(rights.strings(claims -> 'divisions')) d where d ~ '^[0-9]{0,12}$');
    end if;
    return '{}';
end $$;
comment on function rights.patterns is 'LIKE patterns of the divisions whose children the caller may see.';

create function rights.everywhere() returns boolean language plpgsql stable parallel restricted as $$
declare
    claims jsonb := rights.claims();
begin
    return coalesce(
        claims ->> 'rows' = 'divisions' and claims -> 'divisions' ? '' and claims -> 'classes' <> '[]', false);
end $$;
comment on function rights.everywhere is 'Whether the caller may see children of every division, and of none.';

create function rights.children() returns text[] language sql stable parallel restricted
begin atomic
    select case when x.c ->> 'rows' in ('divisions', 'children') and x.c -> 'classes' <> '[]'
                then rights.strings(x.c -> 'children') else '{}' end
    from (select rights.claims() as c) x;
end;
comment on function rights.children is 'Ids that the caller may see besides.';

create function rights.sees(class text) returns boolean language sql stable parallel restricted
return coalesce(rights.claims() -> 'classes' ? class, false);
comment on function rights.sees is 'Whether the caller may see a class of attributes, of those who are 14 or older.';

create function rights.minors() returns boolean language sql stable parallel restricted
return coalesce((rights.claims() ->> 'minors')::boolean, false);
comment on function rights.minors is 'Whether the caller may see as much of children under 14.';

create function rights.purpose() returns text language sql stable parallel restricted
return rights.claims() ->> 'purpose';

create type rights.seen as (see jsonb, young jsonb, born_by date, mask_name boolean);
comment on type rights.seen is 'The attributes that are shown; those of a child under 14; the last day on which one was born who is not; whether a name that is not shown is shown masked.';

create function rights.sight(population text) returns rights.seen language plpgsql stable parallel restricted
security definer set search_path = '' as $$
declare
    claims jsonb := rights.claims();
    listed text[] := case jsonb_typeof(claims -> 'attributes') when 'array' then rights.strings(claims -> 'attributes') end;
    seen rights.seen;
begin
    if listed is null and claims ->> 'role' <> 'pipeline' then
        select rp.sees -> population into seen.see
        from rights.role_purpose rp where rp.role = claims ->> 'role' and rp.purpose = claims ->> 'purpose';
    else
        select jsonb_agg(a.attribute) into seen.see
        from rights.attribute a
        where a.population = sight.population and claims -> 'classes' ? a.class
          and (listed is null or a.attribute = any (listed));
    end if;
    seen.see := coalesce(seen.see, '[]');
    seen.young := case when (claims ->> 'minors')::boolean then seen.see else '[]' end;
    seen.born_by := ((now() at time zone 'Asia/Shanghai')::date - interval '14 years')::date;
    seen.mask_name := claims is not null and (listed is null or 'name' = any (listed));
    return seen;
end $$;

create function rights.masked(name text) returns text language sql immutable parallel safe
return left(name, 1) || '*';
comment on function rights.masked is 'A name of which only the first character is shown.';

-- What the published views read. The owner of the tables is not bound; the pipeline sees and writes all.
alter table versions.child_version enable row level security;
create policy pipeline on versions.child_version to childfile_writer using (true) with check (true);
create policy published on versions.child_version for select to childfile_views using (
    (select rights.everywhere())
    or residence_division like any ((select rights.patterns())::text[])
    or registered_division like any ((select rights.patterns())::text[])
    or person_id = any ((select rights.children())::text[]));

alter table versions.volunteer_version enable row level security;
create policy pipeline on versions.volunteer_version to childfile_writer using (true) with check (true);
create policy published on versions.volunteer_version for select to childfile_views using (
    (select rights.everywhere())
    or division like any ((select rights.patterns())::text[])
    or person_id = any ((select rights.children())::text[]));

alter table linkage.person enable row level security;
create policy pipeline on linkage.person to childfile_writer using (true) with check (true);
create policy published on linkage.person for select to childfile_views using ((select rights.claims()) is not null);

alter table linkage.membership enable row level security;
create policy pipeline on linkage.membership to childfile_writer using (true) with check (true);
create policy published on linkage.membership for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from versions.child_version v where v.person_id = membership.person_id)
    or exists (select from versions.volunteer_version v where v.person_id = membership.person_id));

alter table linkage.identity_change enable row level security;
create policy pipeline on linkage.identity_change to childfile_writer using (true) with check (true);
create policy published on linkage.identity_change for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from versions.child_version v where v.person_id = identity_change.person_id)
    or exists (select from versions.child_version v where v.person_id = identity_change.other_id)
    or exists (select from versions.volunteer_version v where v.person_id = identity_change.person_id)
    or exists (select from versions.volunteer_version v where v.person_id = identity_change.other_id));

alter table mapping.source_record enable row level security;
create policy pipeline on mapping.source_record to childfile_writer using (true) with check (true);
create policy published on mapping.source_record for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from linkage.membership m where m.record_id = source_record.record_id));

alter table ops.run enable row level security;
create policy pipeline on ops.run to childfile_writer using (true) with check (true);
create policy published on ops.run for select to childfile_reader, childfile_api using ((select rights.claims()) is not null);
alter table ops.stage enable row level security;
create policy pipeline on ops.stage to childfile_writer using (true) with check (true);
create policy published on ops.stage for select to childfile_reader, childfile_api using ((select rights.claims()) is not null);

-- What is looked for: a name or its sound within a division, where a child lives or is registered.
create index child_residence_name on versions.child_version
    (residence_division collate "C", name collate "C") where superseded_at is null and valid_to is null;
create index child_residence_pinyin on versions.child_version
    (residence_division collate "C", name_pinyin collate "C") where superseded_at is null and valid_to is null;
create index child_registered_name on versions.child_version
    (registered_division collate "C", name collate "C") where superseded_at is null and valid_to is null;
create index child_registered_pinyin on versions.child_version
    (registered_division collate "C", name_pinyin collate "C") where superseded_at is null and valid_to is null;
create index identity_change_person on linkage.identity_change (person_id);
create index volunteer_division_name on versions.volunteer_version
    (division collate "C", name collate "C") where superseded_at is null and valid_to is null;

-- Who owns, who writes. The owner's rights are for migrations only.
do $$
declare
    schema text;
    object record;
begin
    for schema in
        select nspname from pg_namespace
        where nspname in ('batch', 'quartz', 'landing', 'mapping', 'linkage', 'versions', 'ops', 'mart', 'rights')
    loop
        execute format('alter schema %I owner to childfile_owner', schema);
        for object in
            select c.relname, c.relkind from pg_class c
            where c.relnamespace = schema::regnamespace and c.relkind in ('r', 'p', 'v')
        loop
            execute format('alter %s %I.%I owner to childfile_owner',
                case object.relkind when 'v' then 'view' else 'table' end, schema, object.relname);
        end loop;
        for object in
            select c.relname from pg_class c
            where c.relnamespace = schema::regnamespace and c.relkind = 'S'
              and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))
        loop
            execute format('alter sequence %I.%I owner to childfile_owner', schema, object.relname);
        end loop;
        for object in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = schema::regnamespace
        loop
            execute format('alter function %s owner to childfile_owner', object.name);
        end loop;
        execute format('grant usage on schema %I to childfile_writer', schema);
        execute format(
            'grant select, insert, update, delete, truncate, maintain on all tables in schema %I to childfile_writer', schema);
        execute format('grant usage, select, update on all sequences in schema %I to childfile_writer', schema);
        execute format(
            'alter default privileges for role childfile_owner in schema %I
             grant select, insert, update, delete, truncate, maintain on tables to childfile_writer', schema);
        execute format(
            'alter default privileges for role childfile_owner in schema %I
             grant usage, select, update on sequences to childfile_writer', schema);
        execute format(
            'alter default privileges in schema %I
             grant select, insert, update, delete, truncate, maintain on tables to childfile_writer', schema);
        execute format(
            'alter default privileges in schema %I
             grant usage, select, update on sequences to childfile_writer', schema);
    end loop;
end $$;

grant usage on schema versions, linkage, mapping, landing, rights to childfile_views;
grant usage, create on schema mart, ops to childfile_views;
grant select on versions.child_version, versions.volunteer_version to childfile_views;
grant select on linkage.person, linkage.membership, linkage.identity_change, linkage.review_pair, linkage.verdict
    to childfile_views;
grant select on mapping.source_record, landing.pull, landing.quarantine to childfile_views;
grant usage on schema mart, ops, rights to childfile_reader, childfile_api;
grant select on ops.run, ops.stage to childfile_reader, childfile_api;
