-- A small world in which every column of every published view has a value: a child of 16 (CA), one of 5 (CB) and one that went into
-- CA (CR), a volunteer (VA) and one that went into her (VR), all of township 500112001; a call for help and a report of abuse.
insert into ops.run (run_id, kind, day, state, attempt, started, ended, message, children, volunteers, versions, review, access_count, access_hash)
values ('r1', 'nightly', '2026-11-21', 'attention', 1, '2026-11-21', '2026-11-21', 'stale', 2, 1, 4, 1, 4, 'ab');
update ops.run set worked = 1, resumed = now(), alive = now();
insert into ops.stage (run_id, stage, records, seconds, ended) values ('r1', 'pull', 5, 1, '2026-11-21');
insert into landing.pull (feed, run_id, state, started, ended, drift, reason, message)
select f, 'r1', 'landed', '2026-11-21', '2026-11-21', '{column}', 'SHRUNK', 'message'
from unnest(array['education', 'health', 'political-legal', 'civil-affairs', 'public-security', 'medical-insurance', 'volunteers']) f;
insert into landing.quarantine (feed, pull_id, seq, place, key, hash, reason, field, text, resolved, resolution, resolved_by)
values ('education', 1, 1, 'line 7', 'x', '', 'bad-date', 'field', 'no date', now(), 'dismissed', 'wang');
insert into linkage.person (person_id, population, founded_run, retired_into) values
    ('CA', 'child', 'r1', null), ('CB', 'child', 'r1', null), ('CR', 'child', 'r1', 'CA'), ('VA', 'volunteer', 'r1', null);

create temp table said as
select p.population, p.person, a.attribute,
       case a.attribute when 'psych_level' then 'political-legal' when 'diagnoses' then 'health' when 'father_state' then 'political-legal'
           when 'on_roster' then 'civil-affairs' when 'sex' then 'public-security' when 'insurance_state' then 'medical-insurance'
           else case p.population when 'child' then 'education' else 'volunteers' end end as feed
from (values ('child', 'CA'), ('child', 'CB'), ('volunteer', 'VA')) p (population, person)
join rights.attribute a using (population);

insert into versions.child_version (person_id, version, name, name_normal, name_pinyin, sex, birth_date, id_number, ethnic_group,
    registered_division, residence_division, residence_address, kinds, on_roster, guardian_name, guardian_kinship, guardian_phone,
    father_name, father_state, mother_name, mother_state, school_code, school_name, grade, enrolment_state, boarding, left_behind,
    migrant, disability_category, disability_grade, diagnoses, insurance_state, subsidised, feeds, changed, provenance, conflicts,
    content_hash, valid_from, valid_to, recorded_at, superseded_at, run_id, identifiers, id_number_index)
select p.person, p.version, '张阿大', '张阿大', 'zhangada', '1', p.born, '500112**********11', '01', '500112001', '500112001', '住址', '{11}', true,
       '王', '51', '138****0000', '张', '死亡', '李', '失联', 's', '一小', '三年级', '在校', true, true, true, '4', '2', '{J45}', '正常',
       true, (select array_agg(distinct s.feed order by s.feed) from said s where s.person = p.person),
       case p.version when 1 then (select array_agg(s.attribute order by s.attribute) from said s where s.person = p.person)
           else '{grade,diagnoses,father_state,psych_level}' end,
       jsonb_build_object(
           'sources', (select jsonb_agg(jsonb_build_array(f, 'k', '2025-01-01T00:00:00Z') order by f)
                       from (select distinct s.feed as f from said s where s.person = p.person) x),
           'values', (select jsonb_object_agg(s.attribute, jsonb_build_array('2026-01-01',
                          (select count(distinct o.feed) from said o where o.person = s.person and o.feed < s.feed), 'only'))
                      from said s where s.person = p.person)),
       (select jsonb_agg(jsonb_build_object('attribute', s.attribute, 'chosen', 'v', 'feed', s.feed, 'others',
            jsonb_build_array(jsonb_build_object('value', 'w', 'feed', s.feed, 'source_key', 'k', 'observed_at', '2025-01-01T00:00:00Z'))))
        from said s where s.person = p.person),
       '', '2025-01-01', case when p.version = 1 then date '2026-01-01' end, case when p.version = 1 then '2025-02-01'::timestamptz else '2025-03-01' end,
       case when p.version = 1 then '2025-03-01'::timestamptz end, 'r1', '\x01', '\x02'
from (values ('CA', 1, current_date - 16 * 366), ('CA', 2, current_date - 16 * 366), ('CB', 1, current_date - 5 * 366), ('CB', 2, current_date - 5 * 366))
    p (person, version, born);
insert into versions.volunteer_version (person_id, version, name, name_normal, name_pinyin, sex, id_number, birth_date, post, organisation, division,
    phone, address, skills, capacity, training, in_post, feeds, changed, provenance, conflicts, content_hash, valid_from, valid_to,
    recorded_at, superseded_at, run_id, identifiers)
select 'VA', n, '爱心', '爱心', 'aixin', '2', '500112**********11', '1980-01-01', '主任', '妇联', '500112001', '138****0000', '住址', '{护理}', 3,
       '{2026-01-01:急救}', true, '{volunteers}', '{name,phone}',
       jsonb_build_object('sources', '[["volunteers", "v", "2025-01-01T00:00:00Z"]]'::jsonb,
           'values', (select jsonb_object_agg(s.attribute, '["2026-01-01", 0, "only"]'::jsonb) from said s where s.person = 'VA')),
       '[]', '', '2025-01-01', case when n = 1 then date '2026-01-01' end, case when n = 1 then '2025-02-01'::timestamptz else '2025-03-01' end,
       case when n = 1 then '2025-03-01'::timestamptz end, 'r1', '\x01'
from generate_series(1, 2) n;

insert into versions.earlier_sources (person_id, version, superseded_at, sources)
select s.person, 1, '2025-02-15', jsonb_object_agg(s.attribute, jsonb_build_array(s.feed, 'k', '2025-01-01T00:00:00Z', 'only'))
from said s
group by s.person;

insert into mapping.source_record (population, feed, source_key, withdrawn, observed_at, pull_id, seq, attributes)
select population, feed, person || ' ' || feed, false, '2025-01-01', 1, row_number() over (), attributes
from (select population, feed, person, json_object_agg(attribute, 'v') as attributes from said where person <> 'VA' group by 1, 2, 3
      union all
      select 'volunteer', 'volunteers', 'VA', '{"organisation": "妇联", "post": "主任", "division": "500112001", "in_post": true}') x;
insert into linkage.membership (record_id, person_id, decided_by, weight, since)
select record_id, left(source_key, 2), 'rule', 9, '2025-02-01' from mapping.source_record;
insert into linkage.identity_change (at, run_id, kind, person_id, other_id) values
    ('2025-02-01', 'r1', 'created', 'CA', null), ('2025-02-01', 'r1', 'retired', 'CR', 'CA'), ('2025-02-01', 'r1', 'created', 'VA', null);
insert into linkage.review_pair (a, b, weight, since)
select a.record_id, b.record_id, 1, '2025-02-01'
from mapping.source_record a, mapping.source_record b where a.source_key = 'CA education' and b.source_key = 'CB education';
insert into linkage.verdict (population, kind, feed_a, key_a, feed_b, key_b, actor, at, reason, undone_at, undone_by, undo_reason)
values ('child', 'different', 'education', 'CA education', 'education', 'c', 'wang', '2025-02-01', 'seen', now(), 'li', 'no'),
       ('child', 'different', 'education', 'CA education', 'education', 'd', 'wang', '2020-01-01', 'seen', null, null, null);

insert into digitalfile.rule (part, rule, version, valid_from, valid_to, grade, law, zh, en)
values ('kind', '11', '1', '2026-01-01', null, null, 'l', 'z', 'e'), ('hidden', '11', '1', '2026-01-01', '2027-01-01', null, 'l', 'z', 'e'),
       ('signal', 'watch', '1', '2026-01-01', null, null, 'l', 'z', 'e'), ('risk', 'x', '1', '2026-01-01', null, 'red', 'l', 'z', 'e'),
       ('risk', 'y', '1', '2026-01-01', null, 'yellow', 'l', 'z', 'e');
insert into digitalfile.finding (child_id, rule, outcome, found_on, substance, reason, actor, at, undone_at, undone_by, undo_reason)
values ('CA', '31', 'known', '2026-11-01', '', 'met', 'wang', now(), now(), 'li', 'no');
insert into digitalfile.hit (child_id, part, rule, rule_version, evidence, grounds, substance, state, finding_id, since, recorded_at, run_id)
select c, part, rule, '1',
       jsonb_build_array(jsonb_build_object('attribute', a, 'sight', a, 'value', 'v', 'feed', f, 'source_key', 'k')),
       jsonb_build_array(jsonb_build_array(a, 'on_roster')), '', state, 1, '2026-11-01', now(), 'r1'
from unnest(array['CA', 'CB']) c
cross join (values ('kind', '11', 'father_state', 'political-legal', 'open'), ('kind', '32', 'diagnoses', 'health', 'open'),
    ('hidden', '12', 'father_state', 'political-legal', 'open'), ('hidden', '31', 'disability_category', 'health', 'known'),
    ('hidden', '32', 'diagnoses', 'health', 'confirmed'), ('hidden', '11', 'orphan', 'education', 'open'),
    ('signal', 'watch', 'father_state', 'political-legal', 'open'), ('signal', 'left-school', 'enrolment_state', 'education', 'open'),
    ('risk', 'x', 'father_state', 'political-legal', 'open'), ('risk', 'y', 'diagnoses', 'health', 'open')) h (part, rule, a, f, state);
insert into digitalfile.assessed (child_id, inputs, since)
select c, 'x', '2026-11-01' from unnest(array['CA', 'CB']) c;
insert into digitalfile.risk (child_id, grade, rules, since, recorded_at, run_id)
select c, 'red', '{x,y}', '2026-11-01', now(), 'r1' from unnest(array['CA', 'CB']) c;
insert into digitalfile.risk_change (run_id, at, child_id, before, after, rules)
select 'r1', now(), c, 'green', 'red', '{x,y}' from unnest(array['CA', 'CB']) c;
insert into digitalfile.hidden_change (run_id, day, at, child_id, rule, change, reason)
select 'r1', '2026-11-21', now(), c, r, 'appeared', 'new evidence' from unnest(array['CA', 'CB']) c, unnest(array['11', '31', '32']) r;

insert into pairing.pairing (pairing_id, child_id, volunteer_id, state, since, until, reasons) values
    ('PA', 'CA', 'VA', 'active', '2025-01-01', '2030-01-01', '{"urgency": "orphan"}'),
    ('PB', 'CB', 'VA', 'active', '2025-01-01', '2030-01-01', '{"urgency": "orphan"}');
insert into pairing.supporter select pairing_id, 1, 'teacher', '王老师', '138****0001' from pairing.pairing;
insert into pairing.problem select pairing_id, 'two-mothers', 'VB' from pairing.pairing;
insert into pairing.wanted_role values ('teacher'), ('doctor');
insert into pairing.decision (pairing_id, kind, child_id, volunteer_id, side, actor, reason, day)
select pairing_id, 'add', child_id, 'VA', 'operator', 'wang', 'asked', '2025-01-01' from pairing.pairing;
insert into pairing.uncovered (child_id, reason, cause, urgency, division, pairing_id, former_id, detail, since)
select c, 'outranked', 'ended', 'orphan', '500112001', 'CF1', 'PX', '{"free": 1}', '2025-01-01' from unnest(array['CA', 'CB']) c;
insert into care.pair (pairing_id, since, until, teacher, division, birth_date, last_contact, ahead)
select p.pairing_id, p.since, p.until, true, '500112001', v.birth_date, '2026-11-01', false
from pairing.pairing p join versions.child_version v on v.person_id = p.child_id and v.superseded_at is null and v.valid_to is null;
insert into care.duty (pairing_id, kind, period_start, period_end, state, done_at, last_at)
select p.pairing_id, d.k, d.s, d.s + 6, d.state, case d.state when 'done' then '2026-11-02'::timestamptz end,
       case d.state when 'done' then '2026-11-02'::timestamptz end
from pairing.pairing p, (values ('VISIT', date '2026-11-23', 'due'), ('VISIT', '2026-11-16', 'overdue'), ('VISIT', '2026-11-02', 'done')) d (k, s, state);
insert into care.ledger (day, silent_days, rules) values ('2026-11-25', 14, '');
insert into care.mark (pairing_id, kind, day, mark, reason, actor)
select pairing_id, 'VISIT', '2026-11-18', 'excused', 'in hospital', 'li' from pairing.pairing;
insert into care.mark_undone (mark_id, reason, actor) select mark_id, 'no', 'wang' from care.mark;
insert into care.problem (record_id, feed, source_key, pairing_id, kind, at, problem, since)
select row_number() over (), 'care-records', 'R', pairing_id, 'VISIT', now(), 'FUTURE', '2026-11-21' from pairing.pairing;

insert into wakeup.wakeup (wakeup_id, child_id, pairing_id, kind, origin, caller, at, day, digest, said, ended_at)
select 'W' || c || k, c, 'PA', k, 'api', 'somebody', now(), '2026-11-21', '', '\x01', now()
from unnest(array['CA', 'CB']) c, unnest(array['ILLNESS', 'SCHOOLING', 'HARDSHIP', 'INSURANCE', 'ABUSE']) k;
insert into wakeup.item (wakeup_id, number, child_id, feed, source_key, attribute, value, sealed, observed_at)
select w.wakeup_id, row_number() over (partition by w.wakeup_id order by s.attribute), w.child_id, s.feed, 'k', s.attribute, '"v"', '\x01', now()
from wakeup.wakeup w join said s on s.person = w.child_id;
insert into wakeup.application (application_id, wakeup_id, child_id, template, department, urgent, state, department_state, deadline, missing,
    confirmed_by, attempts, next_at, sent_at, receipt, ended_at, overdue_on, escalated_to, attention, message)
select 'A' || wakeup_id, wakeup_id, child_id, 't', 'health', kind = 'ABUSE', 'overdue', 'sent', '2026-11-28', '{name}', 'wang', 1, now(), now(),
       'q', now(), '2026-11-29', 'mayor', 'REJECTED', 'm'
from wakeup.wakeup;
insert into wakeup.application_event (application_id, number, wakeup_id, child_id, at, state, actor, code, said)
select application_id, 1, wakeup_id, child_id, now(), 'sent', 'health', 'c', '\x01' from wakeup.application;
insert into pairing.question (kind, persons, pairings, calls, proposal, since)
values ('joined-child', '{CA,CX}', '{PA}', '{WCAILLNESS,WCAABUSE}', '{"keep": ["PA"], "calls": {"WCAABUSE": "CX"}}', '2026-11-01');

insert into coverage.division (division, ages, day, roster, hidden, covered, uncovered, silent, overdue, wakeups, reports)
select d, a, '2026-11-21', 9, 9, 9, 9, 9, 9, 9, 1 from unnest(array['50', '500112', '500112001']) d, unnest(array['', '0_5', '6_13', '14_17']) a;
insert into coverage.published (division, ages, day, roster, hidden, covered, uncovered, silent, overdue, wakeups)
select d, a, '2026-11-21', 9, 9, 9, 9, 9, 9, case when a = '' then 9 end
from unnest(array['50', '500112', '500112001']) d, unnest(array['', '0_5', '6_13', '14_17']) a;

insert into audit.access (seq, at, subject, role, purpose, door, action, person_id, attributes, detail, previous_hash, hash, report)
values (1, now(), 'somebody', 'caring-mother', 'wake-up', 'api', 'call', 'CA', '{}', 'ABUSE', '', '\x01', true),
       (2, now(), 'somebody', 'caring-mother', 'wake-up', 'api', 'call', 'CA', '{}', 'ILLNESS', '', '\x01', false),
       (3, now(), 'desk', 'protection-desk', 'protection', 'api', 'wake-up', 'CA', '{problem}', '', '', '\x01', true),
       (4, now(), 'wang', 'district', 'care', 'api', 'read', 'CA', '{name}', 'masked', '', '\x01', false);
insert into audit.age_event (person_id, age, since, run_id, at) values ('CA', 14, '2024-01-01', 'r1', now());
insert into subject.correction (person_id, attribute, said, since, actor, at, settled_at, settled_run)
values ('CA', 'father_state', '\x01', '2026-01-01', 'wang', now(), now(), 'r1');
insert into subject.correction (person_id, attribute, said, since, actor, at, undone_at, undone_by, undo_reason)
values ('CA', 'name', '\x01', '2026-01-01', 'wang', now(), now(), 'li', 'no');
insert into subject.erasure (person_id, reason, actor, at, refused, records, versions, kept)
values ('CE', 'unlawful', 'wang', now(), false, 1, 1, '[{"what": "accesses", "count": 1, "why": "access-log"}]'),
       ('CA', 'unlawful', 'wang', now(), true, 0, 0, '[{"what": "all", "count": 1, "why": "report"}]');
insert into subject.returned (pull_id, records) values (1, 1);

update mapping.source_record r
set doubts = (select json_object_agg(a.key, 'FORM') from json_each(r.attributes) a where a.value::text <> '""');
insert into setaside.item (stage, subject, feed, source_key, field, reason, run_id, resolved)
values ('merge children', 'CA', 'education', 'CA education', 'name', 'FORBIDDEN_CHARACTER', 'r1', now());
insert into mapping.unnamed_character (run_id, feed, records, characters) values ('r1', 'education', 1, 1);

insert into landing.pull (feed, run_id, state, started, ended, decided_by, decided_at, decided_reason)
values ('education', 'r2', 'held', '2026-11-22', '2026-11-22', 'wang', '2026-11-22', 'the school closed');
insert into landing.held_withdrawal (pull_id, key)
select p.pull_id, 'CA education' from landing.pull p where p.state = 'held';
