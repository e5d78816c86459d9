-- Made-up pairs, each in force for 400 days, every fourth child in preschool.
insert into linkage.person (person_id, population, founded_run)
select letter || n, population, '1'
from generate_series(1, :pairs) n, (values ('C', 'child'), ('V', 'volunteer')) p (letter, population);

insert into pairing.pairing (pairing_id, child_id, volunteer_id, state, since)
select 'P' || n, 'C' || n, 'V' || n, 'active', :day - 400 from generate_series(1, :pairs) n;

insert into versions.child_version (person_id, version, birth_date, grade, enrolment_state, school_code, residence_division,
    feeds, changed, provenance, conflicts, content_hash, valid_from, recorded_at, run_id)
select 'C' || n, 1, :day - 3000 - n % 2000, case when n % 4 = 0 then '学前' else '三年级' end, '在校', '1',
       (500101 + n % 30)::text || lpad((n % 20)::text, 3, '0') || '001', '{}', '{}', '{}', '[]', '', :day - 400, now(), '1'
from generate_series(1, :pairs) n
