-- What a caller's claims give is worked out once a transaction of a door, not for every table that a question reads anew.
create function rights.remembered() returns boolean language sql stable parallel restricted
return coalesce(
    current_setting('role') = 'childfile_api'
    and current_setting('childfile.claims', true) <> ''
    and current_setting('childfile.claims', true) = current_setting('childfile.asked', true), false);
comment on function rights.remembered is 'Whether rights.ask worked out what the claims give that stand now.';

create function rights.granted() returns jsonb language plpgsql stable parallel restricted security definer
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
comment on function rights.granted is 'What rights.claims tells, from the tables.';

create or replace function rights.claims() returns jsonb language sql stable parallel restricted
return case when rights.remembered() then nullif(current_setting('childfile.granted', true), '')::jsonb else rights.granted() end;

create or replace function rights.everywhere() returns boolean language sql stable parallel restricted
return case when rights.remembered() then current_setting('childfile.everywhere', true)::boolean
            else coalesce(rights.claims() ->> 'rows' = 'divisions' and rights.claims() -> 'divisions' ? ''
                          and rights.claims() -> 'classes' <> '[]', false) end;

create or replace function rights.purpose() returns text language sql stable parallel restricted
return case when rights.remembered() then nullif(current_setting('childfile.purpose_of', true), '') else rights.claims() ->> 'purpose' end;

create function rights.ask(said text) returns void language plpgsql as $$
declare
    claims jsonb;
begin
    perform set_config('childfile.asked', '', true), set_config('childfile.claims', said, true);
    claims := rights.granted();
    perform set_config('childfile.granted', coalesce(claims::text, ''), true),
            set_config('childfile.purpose_of', coalesce(claims ->> 'purpose', ''), true),
            set_config('childfile.everywhere', coalesce(claims ->> 'rows' = 'divisions' and claims -> 'divisions' ? ''
                                                        and claims -> 'classes' <> '[]', false)::text, true),
            set_config('childfile.asked', said, true);
end $$;
comment on function rights.ask is 'Makes the claims of who asks known for the transaction, as a door of the program does that reads as childfile_api, and works out what they give.';

alter function rights.remembered() owner to childfile_owner;
alter function rights.granted() owner to childfile_owner;
alter function rights.ask(text) owner to childfile_owner;
grant usage on schema rights to childfile_api;

-- A file together with what its masks hide, as it lies sealed: a door reads both at once.
create view mart.child_sealed with (security_barrier) as
select v.person_id as child_id, v.version,
       case when o.see ? 'name' then v.name when s.mask_name then rights.masked(v.name) end as name,
       case when o.see ? 'sex' then v.sex end as sex,
       case when o.see ? 'birth_date' then v.birth_date end as birth_date,
       case when o.see ? 'id_number' then v.id_number end as id_number,
       case when o.see ? 'ethnic_group' then v.ethnic_group end as ethnic_group,
       v.registered_division collate "C" as registered_division,
       v.residence_division collate "C" as residence_division,
       case when o.see ? 'residence_address' then v.residence_address end as residence_address,
       case when o.see ? 'kinds' then coalesce(v.kinds, '{}') end as kinds,
       case when o.see ? 'on_roster' then coalesce(v.on_roster, false) end as on_roster,
       case when o.see ? 'kinds' then (
           select r.grade from digitalfile.risk r where r.child_id = v.person_id and r.superseded_at is null) end as risk,
       case when o.see ? 'guardian_name' then v.guardian_name end as guardian_name,
       case when o.see ? 'guardian_kinship' then v.guardian_kinship end as guardian_kinship,
       case when o.see ? 'guardian_phone' then v.guardian_phone end as guardian_phone,
       case when o.see ? 'father_name' then v.father_name end as father_name,
       case when o.see ? 'father_state' then v.father_state end as father_state,
       case when o.see ? 'mother_name' then v.mother_name end as mother_name,
       case when o.see ? 'mother_state' then v.mother_state end as mother_state,
       case when o.see ? 'school_code' then v.school_code end as school_code,
       case when o.see ? 'school_name' then v.school_name end as school_name,
       case when o.see ? 'grade' then v.grade end as grade,
       case when o.see ? 'enrolment_state' then v.enrolment_state end as enrolment_state,
       case when o.see ? 'boarding' then v.boarding end as boarding,
       case when o.see ? 'left_behind' then v.left_behind end as left_behind,
       case when o.see ? 'migrant' then v.migrant end as migrant,
       case when o.see ? 'disability_category' then v.disability_category end as disability_category,
       case when o.see ? 'disability_grade' then v.disability_grade end as disability_grade,
       case when o.see ? 'diagnoses' then coalesce(v.diagnoses, '{}') end as diagnoses,
       case when o.see ? 'insurance_state' then v.insurance_state end as insurance_state,
       case when o.see ? 'subsidised' then v.subsidised end as subsidised,
       case when o.see ? 'father_state' then v.feeds when o.see <> '[]' then array_remove(v.feeds, 'political-legal') end as feeds,
       v.valid_from, v.recorded_at,
       case when o.see ?| array['id_number', 'residence_address', 'guardian_phone'] then v.identifiers end as identifiers
from versions.child_version v
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where v.superseded_at is null and v.valid_to is null;

create or replace view mart.child with (security_barrier) as
select f.child_id, f.version, f.name, f.sex, f.birth_date, f.id_number, f.ethnic_group, f.registered_division,
       f.residence_division, f.residence_address, f.kinds, f.on_roster, f.risk, f.guardian_name, f.guardian_kinship,
       f.guardian_phone, f.father_name, f.father_state, f.mother_name, f.mother_state, f.school_code, f.school_name,
       f.grade, f.enrolment_state, f.boarding, f.left_behind, f.migrant, f.disability_category, f.disability_grade,
       f.diagnoses, f.insurance_state, f.subsidised, f.feeds, f.valid_from, f.recorded_at
from mart.child_sealed f;

call rights.publish('mart.child_sealed');

create view mart.volunteer_sealed with (security_barrier) as
select v.person_id as volunteer_id, v.version,
       case when s.see ? 'name' then v.name when s.mask_name then rights.masked(v.name) end as name,
       case when s.see ? 'sex' then v.sex end as sex,
       case when s.see ? 'id_number' then v.id_number end as id_number,
       case when s.see ? 'birth_date' then v.birth_date end as birth_date,
       case when s.see ? 'post' then v.post end as post,
       case when s.see ? 'organisation' then v.organisation end as organisation,
       v.division collate "C" as division,
       case when s.see ? 'phone' then v.phone end as phone,
       case when s.see ? 'address' then v.address end as address,
       case when s.see ? 'skills' then coalesce(v.skills, '{}') end as skills,
       case when s.see ? 'capacity' then v.capacity end as capacity,
       case when s.see ? 'training' then coalesce(v.training, '{}') end as training,
       case when s.see ? 'in_post' then v.in_post end as in_post,
       case when s.see <> '[]' then v.feeds end as feeds,
       v.valid_from, v.recorded_at,
       case when s.see ?| array['id_number', 'phone', 'address'] then v.identifiers end as identifiers
from versions.volunteer_version v
cross join rights.sight('volunteer') s
where v.superseded_at is null and v.valid_to is null;

create or replace view mart.volunteer with (security_barrier) as
select f.volunteer_id, f.version, f.name, f.sex, f.id_number, f.birth_date, f.post, f.organisation, f.division, f.phone,
       f.address, f.skills, f.capacity, f.training, f.in_post, f.feeds, f.valid_from, f.recorded_at
from mart.volunteer_sealed f;

call rights.publish('mart.volunteer_sealed');


do $$
declare
    who text;
    said record;
begin
    foreach who in array array['child', 'volunteer'] loop
        for said in
            select a.attname as name, col_description(a.attrelid, a.attnum) as meaning
            from pg_attribute a where a.attrelid = ('mart.' || who)::regclass and a.attnum > 0
        loop
            execute format('comment on column mart.%I.%I is %L', who || '_sealed', said.name, said.meaning);
        end loop;
        execute format('comment on column mart.%I.identifiers is %L', who || '_sealed',
            '密文：sealed values that the masks hide; null where none of them is shown masked');
    end loop;
end $$;
comment on view mart.child_sealed is '儿童数字档案及其密文。mart.child, together with what its masks hide, sealed: only the program''s doors hold the keys.';
comment on view mart.volunteer_sealed is '爱心妈妈电子档案及其密文。mart.volunteer, together with what its masks hide, sealed: only the program''s doors hold the keys.';
