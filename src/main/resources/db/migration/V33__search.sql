-- A search within a district reads an index in the order of names and stops when it has enough; it read all names of the
-- district's villages that begin so, and sorted them.
alter table versions.child_version
    add column residence_district text collate "C" generated always as (left(residence_division, 6)) stored,
    add column registered_district text collate "C" generated always as (left(registered_division, 6)) stored;
comment on column versions.child_version.residence_district is 'The district of residence, for searching.';
comment on column versions.child_version.registered_district is 'The district of registration, for searching.';

drop index versions.child_residence_name, versions.child_residence_pinyin, versions.child_registered_name, versions.child_registered_pinyin;
create index child_residence_name on versions.child_version
    (residence_district, name collate "C", person_id) where superseded_at is null and valid_to is null;
create index child_residence_pinyin on versions.child_version
    (residence_district, name_pinyin collate "C", person_id) where superseded_at is null and valid_to is null;
create index child_registered_name on versions.child_version
    (registered_district, name collate "C", person_id) where superseded_at is null and valid_to is null;
create index child_registered_pinyin on versions.child_version
    (registered_district, name_pinyin collate "C", person_id) where superseded_at is null and valid_to is null;
create index child_residence on versions.child_version (residence_division collate "C")
    where superseded_at is null and valid_to is null;
create index child_registered on versions.child_version (registered_division collate "C")
    where superseded_at is null and valid_to is null;

create or replace function mart.find_child(beginning text, division text, most integer) returns setof mart.child
language sql stable security definer set search_path = ''
begin atomic
    with sight as materialized (
        select s.see ? 'name' as grown, s.young ? 'name' as young, s.born_by from rights.sight('child') s
    ),
    found as (
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null
           and length(division) >= 6 and v.residence_district = left(division, 6)
           and v.residence_division collate "C" >= division and v.residence_division collate "C" < division || ':'
           and v.name collate "C" >= beginning and v.name collate "C" < beginning || chr(1114111)
           and beginning ~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name collate "C", v.person_id limit most)
        union
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null
           and length(division) < 6 and v.residence_district >= division and v.residence_district < division || ':'
           and v.name collate "C" >= beginning and v.name collate "C" < beginning || chr(1114111)
           and beginning ~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name collate "C", v.person_id limit most)
        union
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null
           and length(division) >= 6 and v.residence_district = left(division, 6)
           and v.residence_division collate "C" >= division and v.residence_division collate "C" < division || ':'
           and v.name_pinyin collate "C" >= beginning and v.name_pinyin collate "C" < beginning || chr(1114111)
           and beginning !~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name_pinyin collate "C", v.person_id limit most)
        union
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null
           and length(division) < 6 and v.residence_district >= division and v.residence_district < division || ':'
           and v.name_pinyin collate "C" >= beginning and v.name_pinyin collate "C" < beginning || chr(1114111)
           and beginning !~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name_pinyin collate "C", v.person_id limit most)
        union
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null
           and length(division) >= 6 and v.registered_district = left(division, 6)
           and v.registered_division collate "C" >= division and v.registered_division collate "C" < division || ':'
           and v.name collate "C" >= beginning and v.name collate "C" < beginning || chr(1114111)
           and beginning ~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name collate "C", v.person_id limit most)
        union
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null
           and length(division) < 6 and v.registered_district >= division and v.registered_district < division || ':'
           and v.name collate "C" >= beginning and v.name collate "C" < beginning || chr(1114111)
           and beginning ~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name collate "C", v.person_id limit most)
        union
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null
           and length(division) >= 6 and v.registered_district = left(division, 6)
           and v.registered_division collate "C" >= division and v.registered_division collate "C" < division || ':'
           and v.name_pinyin collate "C" >= beginning and v.name_pinyin collate "C" < beginning || chr(1114111)
           and beginning !~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name_pinyin collate "C", v.person_id limit most)
        union
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null
           and length(division) < 6 and v.registered_district >= division and v.registered_district < division || ':'
           and v.name_pinyin collate "C" >= beginning and v.name_pinyin collate "C" < beginning || chr(1114111)
           and beginning !~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name_pinyin collate "C", v.person_id limit most)
        union
        -- Of whom no division is known is looked for everywhere or not at all.
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null and division = ''
           and v.residence_district is null and v.registered_district is null
           and v.name collate "C" >= beginning and v.name collate "C" < beginning || chr(1114111)
           and beginning ~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name collate "C", v.person_id limit most)
        union
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null and division = ''
           and v.residence_district is null and v.registered_district is null
           and v.name_pinyin collate "C" >= beginning and v.name_pinyin collate "C" < beginning || chr(1114111)
           and beginning !~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name_pinyin collate "C", v.person_id limit most)
    )
    select c.*
    from (select f.person_id, f.name from found f order by f.name collate "C", f.person_id limit most) f
    -- A join would read the whole view: only a condition of its own gets past its barrier, and "offset 0" keeps it that.
    cross join lateral (select v.* from mart.child v where v.child_id = f.person_id offset 0) c
    order by f.name collate "C", f.person_id;
end;
