-- ${definitions}

-- Of whoever is shown no ends of versions, the last one that was recorded for the day holds.
create or replace function mart.child_as_of(valid date, recorded timestamptz) returns setof mart.child_version
language sql stable
begin atomic
    select distinct on (v.child_id) v.*
    from mart.child_version v
    where v.valid_from <= valid and (v.valid_to is null or v.valid_to > valid)
      and v.recorded_at <= recorded and (v.superseded_at is null or v.superseded_at > recorded)
    order by v.child_id, v.version desc;
end;
comment on function mart.child_as_of(date,timestamp with time zone) is '儿童档案：某日、某时点。Each digital file as it was true on a day, by what was recorded at a moment.';

create or replace function mart.current_id(id text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    with recursive chain (person_id, retired_into, forgotten) as (
        select p.person_id, p.retired_into, p.forgotten from linkage.person p where p.person_id = id
        union
        select p.person_id, p.retired_into, p.forgotten from chain c join linkage.person p on p.person_id = c.retired_into
    )
    select c.person_id from chain c
    where c.retired_into is null and not c.forgotten
      and (rights.pipeline() or rights.purpose() = 'audit' or rights.shows(c.person_id));
end;
comment on function mart.current_id(text) is '现行编号。The id under which a person lives on: its own while it lives, that of the person it went into when it is retired; null for an id that was never given, for one that was forgotten, and for one whose file the caller may not see. For the purpose audit, where ids stand in the log, of everybody.';

create or replace function mart.volunteer_as_of(valid date, recorded timestamptz) returns setof mart.volunteer_version
language sql stable
begin atomic
    select distinct on (v.volunteer_id) v.*
    from mart.volunteer_version v
    where v.valid_from <= valid and (v.valid_to is null or v.valid_to > valid)
      and v.recorded_at <= recorded and (v.superseded_at is null or v.superseded_at > recorded)
    order by v.volunteer_id, v.version desc;
end;
comment on function mart.volunteer_as_of(date,timestamp with time zone) is '电子档案：某日、某时点。Each e-archive entry as it was true on a day, by what was recorded at a moment.';

create or replace function mart.child_difference(child_id text, a integer, b integer)
returns table (attribute text, value_a text, feed_a text, source_key_a text, observed_a timestamptz, rule_a text,
               value_b text, feed_b text, source_key_b text, observed_b timestamptz, rule_b text)
language sql stable
begin atomic
    select coalesce(x.attribute, y.attribute), x.value, x.feed, x.source_key, x.observed_at, x.rule,
           y.value, y.feed, y.source_key, y.observed_at, y.rule
    from (select v.* from mart.child_value v where v.child_id = child_difference.child_id and v.version = a) x
    full join (select v.* from mart.child_value v where v.child_id = child_difference.child_id and v.version = b) y
        on x.attribute = y.attribute
    where x.value is distinct from y.value
    order by 1;
end;
comment on function mart.child_difference(text,integer,integer) is '儿童档案：两个版本之差。What two versions of a digital file say differently, attribute by attribute, each side with its source; a side that does not give the attribute is null.';

create or replace function mart.volunteer_difference(volunteer_id text, a integer, b integer)
returns table (attribute text, value_a text, feed_a text, source_key_a text, observed_a timestamptz, rule_a text,
               value_b text, feed_b text, source_key_b text, observed_b timestamptz, rule_b text)
language sql stable
begin atomic
    select coalesce(x.attribute, y.attribute), x.value, x.feed, x.source_key, x.observed_at, x.rule,
           y.value, y.feed, y.source_key, y.observed_at, y.rule
    from (select v.* from mart.volunteer_value v where v.volunteer_id = volunteer_difference.volunteer_id and v.version = a) x
    full join (select v.* from mart.volunteer_value v
               where v.volunteer_id = volunteer_difference.volunteer_id and v.version = b) y
        on x.attribute = y.attribute
    where x.value is distinct from y.value
    order by 1;
end;
comment on function mart.volunteer_difference(text,integer,integer) is '电子档案：两个版本之差。What two versions of an e-archive entry say differently, each side with its source; a side that does not give the attribute is null.';

create or replace function mart.find_child(beginning text, division text, most integer) returns setof mart.child
language sql stable security definer set search_path = pg_catalog, pg_temp
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
comment on function mart.find_child(text,text,integer) is '按姓名或拼音查找儿童。The children who live or are registered in a division (the beginning of its code; empty: everywhere) and whose name begins so, as it is registered or in the form in which names are compared (simplified characters, capital letters), or whose name sounds so (small letters without blanks: zhangzi), by name, no more than so many. Only those whose name the caller may see.';

create or replace function mart.find_volunteer(beginning text, most integer) returns setof mart.volunteer
language sql stable security definer set search_path = pg_catalog, pg_temp
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
comment on function mart.find_volunteer(text,integer) is '按姓名或拼音查找志愿者。The volunteers whose name begins so, as it is registered or in the form in which names are compared, or whose name sounds so (small letters without blanks), by name, no more than so many. Only where the caller may see names.';

create or replace function mart.child_value_as_of(valid date, recorded timestamptz) returns setof mart.child_value
language sql stable
begin atomic
    select v.child_id, v.version, v.attribute, v.value,
           case when e.child_id is null then v.feed else e.feed end,
           case when e.child_id is null then v.source_key else e.source_key end,
           case when e.child_id is null then v.observed_at else e.observed_at end,
           case when e.child_id is null then v.rule else e.rule end
    from mart.child_as_of(valid, recorded) a
    join mart.child_value v on v.child_id = a.child_id and v.version = a.version
    left join lateral (
        select x.* from mart.child_earlier_source x
        where x.child_id = v.child_id and x.version = v.version and x.attribute = v.attribute and x.superseded_at > recorded
        order by x.superseded_at limit 1) e on true;
end;
comment on function mart.child_value_as_of(date,timestamp with time zone) is '儿童字段值及来源：某日、某时点。Every value of each digital file as it was true on a day, with the source that was believed at a moment.';

create or replace function mart.volunteer_value_as_of(valid date, recorded timestamptz) returns setof mart.volunteer_value
language sql stable
begin atomic
    select v.volunteer_id, v.version, v.attribute, v.value,
           case when e.volunteer_id is null then v.feed else e.feed end,
           case when e.volunteer_id is null then v.source_key else e.source_key end,
           case when e.volunteer_id is null then v.observed_at else e.observed_at end,
           case when e.volunteer_id is null then v.rule else e.rule end
    from mart.volunteer_as_of(valid, recorded) a
    join mart.volunteer_value v on v.volunteer_id = a.volunteer_id and v.version = a.version
    left join lateral (
        select x.* from mart.volunteer_earlier_source x
        where x.volunteer_id = v.volunteer_id and x.version = v.version and x.attribute = v.attribute
          and x.superseded_at > recorded
        order by x.superseded_at limit 1) e on true;
end;
comment on function mart.volunteer_value_as_of(date,timestamp with time zone) is '志愿者字段值及来源：某日、某时点。Every value of each e-archive entry as it was true on a day, with the source that was believed at a moment.';
