-- What may be named. A feed's name, a list that a child stands on, a count and the kind of a call give away what the values hide.
-- Each has a class, and the attributes that one must see to be told of it, in mappings/rights.yaml; rights.sight answers for all of
-- them as it does for attributes, by elements of one list: "name" an attribute, "feed:health" the name of a feed,
-- "source:name" from which feed and record an attribute is, "*" every attribute there is; and for the population '' (of nobody in
-- particular) "list:calls", "count:hidden", "call:ILLNESS".
alter table rights.purpose add column persons boolean not null default true;
comment on column rights.purpose.persons is 'Whether rows of persons are shown for it; else counts alone, without small cells.';
alter table rights.role add column small_cells boolean not null default true;
comment on column rights.role.small_cells is 'Whether counts are shown however small they are, where the purpose shows persons.';

create table rights.name (
    kind text not null check (kind in ('feed', 'list', 'city-list', 'count', 'call')),
    name text not null,
    population text not null,
    class text check (class in ('plain', 'family', 'identifier', 'health', 'psychological', 'judicial', 'protection')),
    needs text[] not null default '{}',
    purposes text[],
    primary key (kind, name, population)
);
comment on table rights.name is 'What is told by its name alone. Read from mappings/rights.yaml. What is not here is named to nobody, but a feed to whoever sees every attribute.';
comment on column rights.name.kind is 'city-list: a list for who sees the whole city, or no persons at all.';
comment on column rights.name.class is 'The class that one must see; null: any.';
comment on column rights.name.needs is 'Attributes that one must see, each as population.attribute.';
comment on column rights.name.purposes is 'The purposes for which it is told; null: all.';

create table rights.source (
    population text not null,
    attribute text not null,
    feed text not null,
    primary key (population, attribute, feed)
);
comment on table rights.source is 'Which feeds can give an attribute, by their mappings: where an attribute is from is told to who may be told the names of all of them, so that saying nothing says nothing.';

do $$
declare
    kept text;
begin
    foreach kept in array array['rights.name', 'rights.source'] loop
        execute format('alter table %s owner to childfile_owner', kept);
        execute format('grant select, insert, update, delete, truncate, maintain on %s to childfile_writer', kept);
    end loop;
end $$;

create function rights.gives(population text, classes text[], purpose text, listed text[]) returns jsonb
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
comment on function rights.gives is 'What classes give for a purpose of a population, where listed is given no more than these attributes: attributes and names, as rights.sight tells them.';

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
comment on type rights.seen is 'What is shown and may be named; that of a child under 14; the last day on which one was born who is not; whether a name that is not shown is shown masked.';

-- Rows of persons, for purposes that are about persons.
create function rights.persons() returns boolean language sql stable parallel restricted
return coalesce((rights.claims() ->> 'persons')::boolean, false);
comment on function rights.persons is 'Whether the caller''s purpose is about persons, and not only about how many there are.';

create or replace function rights.everywhere() returns boolean language sql stable parallel restricted
return case when rights.remembered() then current_setting('childfile.everywhere', true)::boolean
            else coalesce(rights.claims() ->> 'rows' = 'divisions' and rights.claims() -> 'divisions' ? ''
                          and rights.claims() -> 'classes' <> '[]' and (rights.claims() ->> 'persons')::boolean, false) end;

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
            set_config('childfile.asked', said, true);
end $$;

create or replace function rights.patterns() returns text[] language sql stable parallel restricted
begin atomic
    select case when x.c ->> 'rows' = 'divisions' and x.c -> 'classes' <> '[]' and (x.c ->> 'persons')::boolean
                then array(select d || '%' from unnest(rights.strings(x.c -> 'divisions')) d where d ~ '^[0-9]{0,12}$')
                else '{}' end
    from (select rights.claims() as c offset 0) x;
end;

create or replace function rights.children() returns text[] language sql stable parallel restricted
begin atomic
    select case when x.c ->> 'rows' in ('divisions', 'children') and x.c -> 'classes' <> '[]' and (x.c ->> 'persons')::boolean
                then rights.strings(x.c -> 'children') else '{}' end
    from (select rights.claims() as c offset 0) x;
end;

create function rights.areas() returns text[] language sql stable parallel restricted
begin atomic
    select case when x.c ->> 'rows' = 'divisions' and x.c -> 'classes' <> '[]'
                then array(select d || '%' from unnest(rights.strings(x.c -> 'divisions')) d where d ~ '^[0-9]{0,12}$')
                else '{}' end
    from (select rights.claims() as c offset 0) x;
end;
comment on function rights.areas is 'LIKE patterns of the divisions whose counts the caller may see, for whatever purpose.';

create function rights.lists(list text) returns boolean language sql stable parallel restricted
begin atomic
    select coalesce(x.see ? ('list:' || list)
        or x.see ? ('city-list:' || list) and (rights.everywhere() or rights.claims() ->> 'rows' = 'none'), false)
    from (select (rights.sight('')).see offset 0) x;
end;
comment on function rights.lists is 'Whether the caller may be told of a list of rights.yaml.';

create function rights.told(see jsonb, version integer, changed text[]) returns boolean language sql immutable parallel safe
return see ? '*' or version = 1 or see ?| changed or changed && array['residence_division', 'registered_division', 'division'];
comment on function rights.told is 'Whether a version of a file says something new to who sees no more than this. Divisions are shown to everybody who sees the person.';

do $$
declare
    made regprocedure;
begin
    foreach made in array array['rights.gives(text,text[],text,text[])', 'rights.persons()', 'rights.areas()', 'rights.lists(text)',
        'rights.told(jsonb,integer,text[])']::regprocedure[]
    loop
        execute format('alter function %s owner to childfile_owner', made);
        execute format('revoke all on function %s from public', made);
        execute format('grant execute on function %s to childfile_writer', made);
    end loop;
    foreach made in array array['rights.persons()', 'rights.areas()', 'rights.lists(text)', 'rights.told(jsonb,integer,text[])']::regprocedure[]
    loop
        execute format('grant execute on function %s to childfile_views, childfile_reader, childfile_api', made);
    end loop;
end $$;

-- Of whom nothing may be named there are no rows beside the file either: who may not be told of children under 14 finds on the
-- lists those who are known to be older.
do $$
declare
    kept regclass;
begin
    foreach kept in array array['pairing.pairing', 'pairing.decision', 'pairing.uncovered']::regclass[] loop
        execute format('create policy of_age on %s as restrictive for select to childfile_views using (
            child_id is null or (select rights.minors()) or exists (
                select from versions.child_version v
                where v.person_id = child_id and v.superseded_at is null and v.valid_to is null
                  and v.birth_date <= (select (rights.sight(''child'')).born_by)))', kept);
    end loop;
    foreach kept in array array['pairing.supporter', 'pairing.problem', 'care.duty', 'care.pair', 'care.mark', 'care.problem']::regclass[]
    loop
        execute format('create policy of_age on %s as restrictive for select to childfile_views using (
            (select rights.minors()) or exists (select from pairing.pairing p where p.pairing_id = %s.pairing_id))',
            kept, (select relname from pg_class where oid = kept));
    end loop;
    foreach kept in array array['pairing.pairing', 'pairing.supporter', 'pairing.decision', 'pairing.question', 'pairing.uncovered',
        'pairing.problem']::regclass[]
    loop
        execute format('drop policy listed on %s', kept);
        execute format('create policy listed on %s as restrictive for select to childfile_views
                        using ((select rights.lists(''pairings'')))', kept);
    end loop;
    foreach kept in array array['care.duty', 'care.pair', 'care.mark', 'care.problem']::regclass[] loop
        execute format('drop policy listed on %s', kept);
        execute format('create policy listed on %s as restrictive for select to childfile_views
                        using ((select rights.lists(''duties'')))', kept);
    end loop;
end $$;

-- Also for who asks for everything: for purposes that are about counts there are no rows of persons in these either.
create policy persons on digitalfile.hidden_change as restrictive for select to childfile_views using ((select rights.persons()));
create policy persons on digitalfile.risk_change as restrictive for select to childfile_views using ((select rights.persons()));

drop policy published on coverage.division;
create policy published on coverage.division for select to childfile_views using (
    division like any ((select rights.areas())::text[]));
