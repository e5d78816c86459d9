-- Names are kept as they are registered; what is compared and searched is the form without variants and traditional characters.
alter table versions.child_version add column name_normal text;
alter table versions.volunteer_version add column name_normal text;
update versions.child_version set name_normal = name where name is not null;
update versions.volunteer_version set name_normal = name where name is not null;
comment on column versions.child_version.name_normal is 'The name in the form in which names are compared and searched.';
comment on column versions.volunteer_version.name_normal is 'The name in the form in which names are compared and searched.';

drop index versions.child_residence_name, versions.child_registered_name;
create index child_residence_name on versions.child_version
    (residence_district, name_normal collate "C", person_id) where superseded_at is null and valid_to is null;
create index child_registered_name on versions.child_version
    (registered_district, name_normal collate "C", person_id) where superseded_at is null and valid_to is null;
create index child_registered_spelling on versions.child_version
    (name collate "C", person_id) where superseded_at is null and valid_to is null and name <> name_normal;

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
           and v.name_normal collate "C" >= beginning and v.name_normal collate "C" < beginning || chr(1114111)
           and beginning ~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name_normal collate "C", v.person_id limit most)
        union
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null
           and length(division) < 6 and v.residence_district >= division and v.residence_district < division || ':'
           and v.name_normal collate "C" >= beginning and v.name_normal collate "C" < beginning || chr(1114111)
           and beginning ~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name_normal collate "C", v.person_id limit most)
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
           and v.name_normal collate "C" >= beginning and v.name_normal collate "C" < beginning || chr(1114111)
           and beginning ~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name_normal collate "C", v.person_id limit most)
        union
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null
           and length(division) < 6 and v.registered_district >= division and v.registered_district < division || ':'
           and v.name_normal collate "C" >= beginning and v.name_normal collate "C" < beginning || chr(1114111)
           and beginning ~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name_normal collate "C", v.person_id limit most)
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
        -- Few names differ from the form that they are compared in; these are found as they are registered, too.
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null and v.name <> v.name_normal
           and (division = '' or starts_with(v.residence_division, division) or starts_with(v.registered_division, division))
           and v.name collate "C" >= beginning and v.name collate "C" < beginning || chr(1114111)
           and beginning ~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name collate "C", v.person_id limit most)
        union
        -- Of whom no division is known is looked for everywhere or not at all.
        (select v.person_id, v.name from versions.child_version v, sight s
         where v.superseded_at is null and v.valid_to is null and division = ''
           and v.residence_district is null and v.registered_district is null
           and v.name_normal collate "C" >= beginning and v.name_normal collate "C" < beginning || chr(1114111)
           and beginning ~ '[^a-z]' and case when v.birth_date <= s.born_by then s.grown else s.young end
         order by v.name_normal collate "C", v.person_id limit most)
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

create function mart.find_volunteer(beginning text, most integer) returns setof mart.volunteer
language sql stable security definer set search_path = ''
begin atomic
    select c.*
    from (
        select v.person_id, v.name
        from versions.volunteer_version v cross join rights.sight('volunteer') s
        where v.superseded_at is null and v.valid_to is null and s.see ? 'name'
          and (starts_with(v.name_normal, beginning) or starts_with(v.name, beginning)
               or beginning !~ '[^a-z]' and starts_with(v.name_pinyin, beginning))
        order by v.name collate "C", v.person_id limit most) f
    cross join lateral (select v.* from mart.volunteer v where v.volunteer_id = f.person_id offset 0) c
    order by f.name collate "C", f.person_id;
end;
comment on function mart.find_volunteer(text, integer) is '按姓名或拼音查找志愿者。The volunteers whose name begins so, as it is registered or in the form in which names are compared, or whose name sounds so (small letters without blanks), by name, no more than so many. Only where the caller may see names.';
alter function mart.find_volunteer(text, integer) owner to childfile_views;
revoke execute on function mart.find_volunteer(text, integer) from public;
grant execute on function mart.find_volunteer(text, integer) to childfile_reader, childfile_api, childfile_writer;
comment on function mart.find_child(text, text, integer) is '按姓名或拼音查找儿童。The children who live or are registered in a division (the beginning of its code; empty: everywhere) and whose name begins so, as it is registered or in the form in which names are compared (simplified characters, capital letters), or whose name sounds so (small letters without blanks: zhangzi), by name, no more than so many. Only those whose name the caller may see.';

-- Which fields of a feed hold id numbers that a spreadsheet took for quantities.
create table mapping.eaten_field (
    feed text not null,
    field text not null,
    primary key (feed, field)
);
comment on table mapping.eaten_field is 'Fields that hold id numbers whose last digits a spreadsheet ate: a number that ends in 000 is none there, whether or not its check character fits.';
alter table mapping.feed_mapping add column trusted_round boolean not null default false;
comment on column mapping.feed_mapping.trusted_round is 'A number that ends in 000 was taken for sound; the feed is mapped anew when one of its fields turns out to hold eaten ones.';

create table mapping.unnamed_character (
    run_id text not null,
    feed text not null,
    records integer not null,
    characters bigint not null,
    primary key (run_id, feed)
);
comment on table mapping.unnamed_character is 'Private-use characters that nobody can name, by run and feed.';
call rights.keep('mapping.unnamed_character');
create policy published on mapping.unnamed_character for select to childfile_views using ((select rights.claims()) is not null);

create view ops.unnamed_character with (security_barrier) as
select run_id, feed, records, characters from mapping.unnamed_character
where (select rights.lists('quarantine'));
comment on view ops.unnamed_character is '无法识别的自造字。Characters of private use that came in a run and have no code point of their own: what they stand for only the department knows.';
comment on column ops.unnamed_character.run_id is '批次编号：the run';
comment on column ops.unnamed_character.feed is '数据源：the feed';
comment on column ops.unnamed_character.records is '记录数：records that hold one';
comment on column ops.unnamed_character.characters is '字符数：how many there are';
alter view ops.unnamed_character owner to childfile_views;
revoke insert, update, delete, truncate, maintain on ops.unnamed_character from childfile_writer;
grant select on ops.unnamed_character to childfile_reader, childfile_api, childfile_writer;

-- Every feed is mapped anew with the next run: its names as they are registered, its numbers and dates by what they are worth.
update mapping.feed_mapping set digest = '';

-- Whether two living persons have the same id number: whoever may see the one need not see the other.
create function rights.number_shared(population text, person text, index bytea) returns boolean
language sql stable security definer set search_path = ''
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
comment on function rights.number_shared is 'Whether another person''s file has the same id number.';
alter function rights.number_shared(text, text, bytea) owner to childfile_owner;
revoke execute on function rights.number_shared(text, text, bytea) from public;
grant execute on function rights.number_shared(text, text, bytea) to childfile_views, childfile_reader, childfile_api, childfile_writer;

create view mart.child_doubt with (security_barrier) as
select d.child_id, d.attribute, d.reason, d.value, d.feed, d.source_key
from versions.child_version v
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
cross join lateral (
    select v.person_id as child_id, r.doubt as attribute, r.why as reason, r.value, r.feed,
           case when o.see ? 'id_number' then r.source_key end as source_key
    from (
        select each.key as doubt, each.value as why, s.attributes ->> each.key as value, s.feed, s.source_key
        from linkage.membership m
        join mapping.source_record s on s.record_id = m.record_id and not s.withdrawn and s.doubts is not null
        cross join lateral json_each_text(s.doubts) each
        where m.person_id = v.person_id
    ) r
    where case when o.see ? '*' or o.see ? ('feed:' || r.feed) then true end
    union all
    select v.person_id, 'id_number', 'HELD_BY_ANOTHER', v.id_number, null, null
    where v.id_number_index is not null and rights.number_shared('child', v.person_id, v.id_number_index)
) d
where v.superseded_at is null and v.valid_to is null and case when o.see ? d.attribute then true end;
comment on view mart.child_doubt is '存疑的值。What the records of a child say that is in doubt, and why: it never wins over a sound value. A number that two files hold is in doubt in both (HELD_BY_ANOTHER).';
comment on column mart.child_doubt.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_doubt.attribute is '属性：the attribute';
comment on column mart.child_doubt.reason is '原因代码：why it is in doubt: CHECK, DATE, DIVISION, CHARACTER, LENGTH, EATEN_BY_SPREADSHEET, CUT, HELD_BY_ANOTHER (of a number), LOST_CHARACTER, PLACEHOLDER (of a name), MONTH_ALONE, NOT_BORN_YET, GROWN_UP (of a date), FORM, UNKNOWN_CODE, UNKNOWN_DIVISION, BAD_DATE, BAD_NUMBER';
comment on column mart.child_doubt.value is '值：what stands there; null where it is sealed, or no value';
comment on column mart.child_doubt.feed is '数据源：the feed that says so; what feeds say that may not be named to the caller is left out';
comment on column mart.child_doubt.source_key is '来源键：the key of the record in its feed; null where identifiers are not shown';

create view mart.volunteer_doubt with (security_barrier) as
select d.volunteer_id, d.attribute, d.reason, d.value, d.feed, d.source_key
from versions.volunteer_version v
cross join rights.sight('volunteer') s
cross join lateral (
    select v.person_id as volunteer_id, each.key as attribute, each.value as reason, r.attributes ->> each.key as value, r.feed,
           case when s.see ? 'id_number' then r.source_key end as source_key
    from linkage.membership m
    join mapping.source_record r on r.record_id = m.record_id and not r.withdrawn and r.doubts is not null
    cross join lateral json_each_text(r.doubts) each
    where m.person_id = v.person_id and case when s.see ? '*' or s.see ? ('feed:' || r.feed) then true end
    union all
    select v.person_id, 'id_number', 'HELD_BY_ANOTHER', v.id_number, null, null
    where v.id_number_index is not null and rights.number_shared('volunteer', v.person_id, v.id_number_index)
) d
where v.superseded_at is null and v.valid_to is null and case when s.see ? d.attribute then true end;
comment on view mart.volunteer_doubt is '志愿者存疑的值。What the records of a volunteer say that is in doubt, and why.';
comment on column mart.volunteer_doubt.volunteer_id is '志愿者编号：V and a UUIDv7';
comment on column mart.volunteer_doubt.attribute is '属性：the attribute';
comment on column mart.volunteer_doubt.reason is '原因代码：why it is in doubt, as in mart.child_doubt';
comment on column mart.volunteer_doubt.value is '值：what stands there; null where it is sealed, or no value';
comment on column mart.volunteer_doubt.feed is '数据源：the feed that says so';
comment on column mart.volunteer_doubt.source_key is '来源键：the key of the record in its feed; null where identifiers are not shown';

alter view mart.child_doubt owner to childfile_views;
alter view mart.volunteer_doubt owner to childfile_views;
revoke insert, update, delete, truncate, maintain on mart.child_doubt, mart.volunteer_doubt from childfile_writer;
grant select on mart.child_doubt, mart.volunteer_doubt to childfile_reader, childfile_api, childfile_writer;
