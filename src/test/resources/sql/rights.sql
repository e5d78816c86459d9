-- A child of 16 and one of 5 in a township, a third in another district, a fourth of whom no division is known; a volunteer.
insert into versions.child_version (person_id, version, name, name_normal, name_pinyin, sex, birth_date, id_number, ethnic_group,
    registered_division, residence_division, guardian_name, guardian_phone, father_state, kinds, diagnoses, on_roster,
    feeds, changed, provenance, conflicts, content_hash, valid_from, recorded_at, run_id)
select person_id, 1, name, name, pinyin, '1', born, number, '01', division, division, '王' || name, '13900000000', '死亡', '{11}', '{J45}',
    true, '{education,political-legal}', '{father_state,name}',
    jsonb_build_object('sources', jsonb_build_array(jsonb_build_array('education', key, '2025-01-01T00:00:00Z')), 'values',
        '{"grade": ["三年级", 0, "only"], "guardian_name": ["王", 0, "only"], "id_number": ["500112", 0, "only"],
          "diagnoses": [["J45"], 0, "only"], "psych_level": ["高", 0, "only"], "father_state": ["死亡", 0, "only"]}'::jsonb),
    '[{"attribute": "father_state", "chosen": "死亡", "feed": "education",
       "others": [{"value": "失联", "feed": "education", "source_key": "k", "observed_at": "2025-01-01T00:00:00Z"}]}]',
    '', '2025-01-01', '2025-02-01', 'r1'
from (values
    ('CA', '张阿大', 'zhangada', current_date - 16 * 366, '500112200901010011', '500112001', 'a'),
    ('CB', '张必二', 'zhangbier', current_date - 5 * 366, '500112202001010022', '500112001', 'b'),
    ('CC', '张次三', 'zhangcisan', current_date - 16 * 366, '500113200901010033', '500113001', 'c'),
    ('CD', '张地四', 'zhangdisi', current_date - 16 * 366, '500112200901010044', null, 'd'))
    x (person_id, name, pinyin, born, number, division, key);

insert into versions.volunteer_version (person_id, version, name, name_normal, name_pinyin, id_number, division, feeds, changed, provenance,
    conflicts, content_hash, valid_from, recorded_at, run_id)
values ('VA', 1, '爱心', '爱心', 'aixin', '500112198001010011', '500112001', '{volunteers}', '{name}',
    '{"sources": [["volunteers", "v", "2025-01-01T00:00:00Z"]], "values": {"post": ["主任", 0, "only"], "phone": ["1", 0, "only"]}}',
    '[]', '', '2025-01-01', '2025-02-01', 'r1');

insert into linkage.person (person_id, population, founded_run, retired_into) values
    ('CA', 'child', 'r1', null), ('CB', 'child', 'r1', null), ('CC', 'child', 'r1', null), ('CD', 'child', 'r1', null),
    ('VA', 'volunteer', 'r1', null), ('CR', 'child', 'r1', 'CA');
insert into mapping.source_record (population, feed, source_key, withdrawn, observed_at, pull_id, seq, attributes)
select population, feed, key, false, '2025-01-01', 1, seq, '{}'
from (values ('child', 'education', 'a', 1), ('child', 'education', 'b', 2), ('child', 'education', 'c', 3),
    ('child', 'education', 'd', 4), ('volunteer', 'volunteers', 'v', 5)) x (population, feed, key, seq);
insert into linkage.membership (record_id, person_id, decided_by, weight, since)
select record_id, case feed when 'education' then 'C' || upper(source_key) else 'VA' end, 'rule', 9, '2025-02-01'
from mapping.source_record;
insert into linkage.identity_change (at, run_id, kind, person_id, other_id) values
    ('2025-02-01', 'r1', 'created', 'CA', null), ('2025-02-01', 'r1', 'created', 'CC', null),
    ('2025-02-01', 'r1', 'retired', 'CR', 'CA'), ('2025-02-01', 'r1', 'created', 'VA', null);
insert into linkage.review_pair (a, b, weight, since)
select a.record_id, b.record_id, 1, '2025-02-01'
from mapping.source_record a, mapping.source_record b where a.source_key = 'a' and b.source_key = 'b';
insert into linkage.verdict (population, kind, feed_a, key_a, feed_b, key_b, actor, at, reason)
values ('child', 'different', 'education', 'a', 'education', 'c', 'wang', '2025-02-01', 'seen');
insert into landing.pull (feed, run_id, state, started, ended) values ('education', 'r1', 'landed', '2025-02-01', '2025-02-01');
insert into landing.quarantine (feed, pull_id, seq, place, key, hash, reason, field, text)
values ('education', 1, 1, 'line 7', 'x', '', 'bad-date', '出生日期', 'no date');
insert into ops.run (run_id, kind, day, state, attempt, started) values ('r1', 'nightly', '2025-02-01', 'done', 1, '2025-02-01');
insert into ops.stage (run_id, stage, records, seconds) values ('r1', 'pull', 5, 1);
