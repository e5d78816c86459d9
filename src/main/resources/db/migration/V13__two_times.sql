-- A file is a set of rectangles: what it says on some days (valid), as it was recorded for some time (recorded).
create extension if not exists btree_gist;

alter table versions.child_version add column valid_to date, add column name_pinyin text;
alter table versions.volunteer_version add column valid_to date, add column name_pinyin text;

drop index versions.child_current;
drop index versions.volunteer_current;

-- Until now a version was recorded for all days since its first; what the one before said until then stood in nobody's row.
create function pg_temp.keep_past(versions regclass) returns void language plpgsql as $$
begin
    execute format('create temp table past (like %s) on commit drop', versions);
    execute format(
        'insert into past
         select v.* from %s v
         where v.superseded_at is not null
           and v.valid_from < (select min(n.valid_from) from %1$s n where n.person_id = v.person_id and n.version > v.version)',
        versions);
    execute format(
        'update past p
         set version = p.version + n.last, valid_to = n.valid_to, changed = ''{}'', recorded_at = n.recorded_at,
             run_id = n.run_id, superseded_at = n.ended
         from (select v.person_id, v.version, max(x.version) as last, min(x.valid_from) as valid_to,
                      (array_agg(x.recorded_at order by x.version))[1] as recorded_at,
                      (array_agg(x.run_id order by x.version))[1] as run_id,
                      nullif(max(coalesce(x.superseded_at, ''infinity'')), ''infinity'') as ended
               from past v join %s x on x.person_id = v.person_id and x.version > v.version
               group by v.person_id, v.version) n
         where n.person_id = p.person_id and n.version = p.version',
        versions);
    execute format('insert into %s select * from past', versions);
    drop table past;
end $$;
do $$
begin
    perform pg_temp.keep_past('versions.child_version');
    perform pg_temp.keep_past('versions.volunteer_version');
end $$;

create unique index child_current on versions.child_version (person_id)
    where superseded_at is null and valid_to is null;
create unique index volunteer_current on versions.volunteer_version (person_id)
    where superseded_at is null and valid_to is null;

-- The person by a number made of the id: GiST compares texts at six times the cost, and two of a million persons share a
-- number once in forty million cities.
alter table versions.child_version
    add constraint child_one_truth exclude using gist (
        hashtextextended(person_id, 0) with =,
        daterange(valid_from, valid_to) with &&,
        tstzrange(recorded_at, superseded_at) with &&),
    add constraint some_day check (valid_from < valid_to),
    add constraint some_time check (recorded_at < superseded_at);
alter table versions.volunteer_version
    add constraint volunteer_one_truth exclude using gist (
        hashtextextended(person_id, 0) with =,
        daterange(valid_from, valid_to) with &&,
        tstzrange(recorded_at, superseded_at) with &&),
    add constraint some_day check (valid_from < valid_to),
    add constraint some_time check (recorded_at < superseded_at);

-- What holds now is the row that is not superseded and has no last day.
create or replace view mart.child as
select v.person_id as child_id, v.version,
       v.name, v.sex, v.birth_date, v.id_number, v.ethnic_group, v.registered_division, v.residence_division,
       v.residence_address, coalesce(v.kinds, '{}') as kinds, coalesce(v.on_roster, false) as on_roster,
       null::text as risk, v.guardian_name, v.guardian_kinship, v.guardian_phone, v.father_name,
       v.father_state, v.mother_name, v.mother_state, v.school_code, v.school_name, v.grade, v.enrolment_state,
       v.boarding, v.left_behind, v.migrant, v.disability_category, v.disability_grade,
       coalesce(v.diagnoses, '{}') as diagnoses, v.insurance_state, v.subsidised, v.feeds,
       v.valid_from, v.recorded_at
from versions.child_version v
where v.superseded_at is null and v.valid_to is null;

create or replace view mart.volunteer as
select v.person_id as volunteer_id, v.version,
       v.name, v.sex, v.id_number, v.birth_date, v.post, v.organisation, v.division, v.phone, v.address,
       coalesce(v.skills, '{}') as skills, v.capacity, coalesce(v.training, '{}') as training, v.in_post,
       v.feeds,
       v.valid_from, v.recorded_at
from versions.volunteer_version v
where v.superseded_at is null and v.valid_to is null;

create or replace view mart.child_conflict as
select v.person_id as child_id, c ->> 'attribute' as attribute,
       case jsonb_typeof(c -> 'chosen') when 'string' then c ->> 'chosen' else (c -> 'chosen')::text end as chosen,
       c ->> 'feed' as feed, c -> 'others' as others
from versions.child_version v
cross join lateral jsonb_array_elements(v.conflicts) c
where v.superseded_at is null and v.valid_to is null;

create or replace view mart.child_version as
select v.person_id as child_id, v.version,
       v.name, v.sex, v.birth_date, v.id_number, v.ethnic_group, v.registered_division, v.residence_division,
       v.residence_address, coalesce(v.kinds, '{}') as kinds, coalesce(v.on_roster, false) as on_roster,
       null::text as risk, v.guardian_name, v.guardian_kinship, v.guardian_phone, v.father_name,
       v.father_state, v.mother_name, v.mother_state, v.school_code, v.school_name, v.grade, v.enrolment_state,
       v.boarding, v.left_behind, v.migrant, v.disability_category, v.disability_grade,
       coalesce(v.diagnoses, '{}') as diagnoses, v.insurance_state, v.subsidised, v.feeds,
       v.valid_from,
       v.valid_to,
       v.recorded_at, v.superseded_at, v.changed, v.run_id
from versions.child_version v;

create or replace view mart.volunteer_version as
select v.person_id as volunteer_id, v.version,
       v.name, v.sex, v.id_number, v.birth_date, v.post, v.organisation, v.division, v.phone, v.address,
       coalesce(v.skills, '{}') as skills, v.capacity, coalesce(v.training, '{}') as training, v.in_post,
       v.feeds,
       v.valid_from,
       v.valid_to,
       v.recorded_at, v.superseded_at, v.changed, v.run_id
from versions.volunteer_version v;

create or replace view ops.review as
select r.review_id, ra.population, r.reason,
       linkage.worth(na.size, nb.size, r.closeness, k.on_roster, k.in_difficulty, k.under_six) as worth,
       r.weight, ma.person_id as person_a, mb.person_id as person_b, na.size as size_a, nb.size as size_b,
       ra.feed as feed_a, ra.source_key as source_key_a, rb.feed as feed_b, rb.source_key as source_key_b,
       k.on_roster, k.in_difficulty, k.under_six, r.since
from linkage.review_pair r
join mapping.source_record ra on ra.record_id = r.a
join mapping.source_record rb on rb.record_id = r.b
join linkage.membership ma on ma.record_id = r.a
join linkage.membership mb on mb.record_id = r.b
cross join lateral (select count(*) as size from linkage.membership m where m.person_id = ma.person_id) na
cross join lateral (select count(*) as size from linkage.membership m where m.person_id = mb.person_id) nb
cross join lateral (
    select coalesce(bool_or(v.on_roster), false) as on_roster,
           coalesce(bool_or(cardinality(v.kinds) > 0), false) as in_difficulty,
           coalesce(bool_or(v.birth_date > (now() at time zone 'Asia/Shanghai')::date - interval '6 years'), false) as under_six
    from versions.child_version v
    where v.person_id in (ma.person_id, mb.person_id) and v.superseded_at is null and v.valid_to is null) k
where r.reason = 'conflicting verdicts'
   or not exists (
       select from linkage.verdict v
       where v.undone_at is null
         and ((v.feed_a, v.key_a, v.feed_b, v.key_b) = (ra.feed, ra.source_key, rb.feed, rb.source_key)
           or (v.feed_a, v.key_a, v.feed_b, v.key_b) = (rb.feed, rb.source_key, ra.feed, ra.source_key)));

create or replace function mart.child_as_of(valid date, recorded timestamptz) returns setof mart.child_version
language sql stable
begin atomic
    select v.*
    from mart.child_version v
    where v.valid_from <= valid and (v.valid_to is null or v.valid_to > valid)
      and v.recorded_at <= recorded and (v.superseded_at is null or v.superseded_at > recorded);
end;

create function mart.volunteer_as_of(valid date, recorded timestamptz) returns setof mart.volunteer_version
language sql stable
begin atomic
    select v.*
    from mart.volunteer_version v
    where v.valid_from <= valid and (v.valid_to is null or v.valid_to > valid)
      and v.recorded_at <= recorded and (v.superseded_at is null or v.superseded_at > recorded);
end;
comment on function mart.volunteer_as_of is 'Each e-archive entry as it was true on a day, by what was recorded until a moment.';

create function mart.child_difference(child_id text, a integer, b integer)
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
comment on function mart.child_difference is 'What two versions of a digital file say differently, attribute by attribute, each side with its source; a side that does not give the attribute is null.';

create function mart.volunteer_difference(volunteer_id text, a integer, b integer)
returns table (attribute text, value_a text, feed_a text, source_key_a text, observed_a timestamptz, rule_a text,
               value_b text, feed_b text, source_key_b text, observed_b timestamptz, rule_b text)
language sql stable
begin atomic
    select coalesce(x.attribute, y.attribute), x.value, x.feed, x.source_key, x.observed_at, x.rule,
           y.value, y.feed, y.source_key, y.observed_at, y.rule
    from (select v.* from mart.volunteer_value v where v.volunteer_id = volunteer_difference.volunteer_id and v.version = a) x
    full join (select v.* from mart.volunteer_value v where v.volunteer_id = volunteer_difference.volunteer_id and v.version = b) y
        on x.attribute = y.attribute
    where x.value is distinct from y.value
    order by 1;
end;
comment on function mart.volunteer_difference is 'What two versions of an e-archive entry say differently, attribute by attribute, each side with its source; a side that does not give the attribute is null.';
