-- What rules say of children, and what was found at the door. Rows are superseded, never overwritten.
create table digitalfile.rule (
    part text not null check (part in ('kind', 'hidden', 'signal', 'risk')),
    rule text not null,
    version text not null,
    valid_from date not null,
    valid_to date,
    grade text check (grade in ('yellow', 'red')),
    law text not null,
    zh text not null,
    en text not null,
    primary key (part, rule, version)
);
comment on table digitalfile.rule is 'The rules as their files said when a run last read them; a version that is no longer in a file stays.';

create table digitalfile.finding (
    finding_id bigint generated always as identity primary key,
    child_id text not null,
    rule text not null,
    outcome text not null check (outcome in ('confirmed', 'not-so', 'known')),
    found_on date not null,
    substance text not null,
    reason text,
    actor text not null,
    at timestamptz not null,
    undone_at timestamptz,
    undone_by text,
    undo_reason text
);
create index finding_child on digitalfile.finding (child_id);
comment on table digitalfile.finding is 'What persons found at the door of a hidden child: it outranks the rule. It follows the child when files are joined.';
comment on column digitalfile.finding.substance is 'What the evidence said then; "not so" holds as long as it says the same.';
comment on column digitalfile.finding.reason is 'Null once the child was forgotten.';

create table digitalfile.hit (
    hit_id bigint generated always as identity primary key,
    child_id text not null,
    part text not null,
    rule text not null,
    rule_version text not null,
    evidence jsonb not null,
    grounds jsonb not null,
    substance text not null,
    state text not null check (state in ('open', 'confirmed', 'known', 'not-so')),
    finding_id bigint,
    since date not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    run_id text not null,
    check (superseded_at is null or superseded_at >= recorded_at)
);
create unique index hit_current on digitalfile.hit (child_id, part, rule) where superseded_at is null;
create index hit_rule on digitalfile.hit (part, rule) where superseded_at is null;
create index hit_ended on digitalfile.hit (superseded_at) where superseded_at is not null;
comment on table digitalfile.hit is 'A rule that fires for a child, from a night (recorded_at) until another (superseded_at).';
comment on column digitalfile.hit.evidence is 'The values that it rests on, each with its source, and with the attribute whose right shows it (sight).';
comment on column digitalfile.hit.grounds is 'Lists of attributes: who may see all of one list may see that the rule fires.';
comment on column digitalfile.hit.state is 'Of a hidden child: what was found at the door.';
comment on column digitalfile.hit.since is 'The first day on which it stood without a break.';

create table digitalfile.risk (
    child_id text not null,
    grade text not null check (grade in ('green', 'yellow', 'red')),
    rules text[] not null,
    since date not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    run_id text not null
);
create unique index risk_current on digitalfile.risk (child_id) where superseded_at is null;
create index risk_child on digitalfile.risk (child_id) where superseded_at is not null;
comment on table digitalfile.risk is 'The grade of risk of each child under 18 that has a file, over time.';

create table digitalfile.hidden_change (
    seq bigint generated always as identity primary key,
    run_id text not null,
    day date not null,
    at timestamptz not null,
    child_id text not null,
    rule text not null,
    change text not null check (change in ('appeared', 'gone')),
    reason text not null
);
create index hidden_change_run on digitalfile.hidden_change (run_id);
create index hidden_change_child on digitalfile.hidden_change (child_id);

create table digitalfile.risk_change (
    seq bigint generated always as identity primary key,
    run_id text not null,
    at timestamptz not null,
    child_id text not null,
    before text,
    after text,
    rules text[] not null
);
create index risk_change_child on digitalfile.risk_change (child_id);
comment on table digitalfile.risk_change is 'A change of grade. That a child came green into the register, or left it green, is none.';

do $$
declare
    kept text;
begin
    foreach kept in array array['rule', 'finding', 'hit', 'risk', 'hidden_change', 'risk_change'] loop
        execute format('call rights.keep(%L)', 'digitalfile.' || kept);
        -- Their views show a row only beside the file of the child, whose rows are what the caller may see.
        execute format(
            'create policy published on digitalfile.%I for select to childfile_views using ((select rights.claims()) is not null)', kept);
    end loop;
end $$;

-- Which withdrawn records there are: few beside all others.
create index source_record_withdrawn on mapping.source_record (record_id) where withdrawn;

create function digitalfile.shown(evidence jsonb, see jsonb) returns jsonb language sql immutable parallel safe
return (
    select coalesce(jsonb_agg(case when see ? 'id_number' then e - 'sight' else e - 'sight' - 'source_key' end order by n), '[]')
    from jsonb_array_elements(evidence) with ordinality x (e, n)
    where see ? (e ->> 'sight'));
comment on function digitalfile.shown is 'Of evidence what a sight shows.';

create function digitalfile.grounded(grounds jsonb, see jsonb) returns boolean language sql immutable parallel safe
return exists (select from jsonb_array_elements(grounds) g where see @> g);
comment on function digitalfile.grounded is 'Whether a sight shows all of one ground.';
alter function digitalfile.shown(jsonb, jsonb) owner to childfile_owner;
alter function digitalfile.grounded(jsonb, jsonb) owner to childfile_owner;

create view mart.child_kind with (security_barrier) as
select h.child_id, h.rule, digitalfile.shown(h.evidence, o.see) as evidence, h.since, coalesce(v.on_roster, false) as on_roster, h.rule_version
from digitalfile.hit h
join versions.child_version v on v.person_id = h.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where h.part = 'kind' and h.superseded_at is null and digitalfile.grounded(h.grounds, o.see) and o.see ? 'kinds';

create view mart.hidden_child with (security_barrier) as
select h.child_id, h.rule, digitalfile.shown(h.evidence, o.see) as evidence, h.since,
       nullif(h.state, 'open') as finding, f.found_on,
       case when h.state = 'open' and f.finding_id is not null then 'evidence changed' end as note,
       v.residence_division collate "C" as residence_division, v.registered_division collate "C" as registered_division, h.rule_version
from digitalfile.hit h
join versions.child_version v on v.person_id = h.child_id and v.superseded_at is null and v.valid_to is null
left join digitalfile.finding f on f.finding_id = h.finding_id
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where h.part = 'hidden' and h.superseded_at is null and digitalfile.grounded(h.grounds, o.see) and h.state <> 'not-so' and o.see ? 'kinds';

create view mart.child_signal with (security_barrier) as
select h.child_id, h.rule, digitalfile.shown(h.evidence, o.see) as evidence, h.since, h.rule_version
from digitalfile.hit h
join versions.child_version v on v.person_id = h.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where h.part = 'signal' and h.superseded_at is null and digitalfile.grounded(h.grounds, o.see);

create view mart.child_warning with (security_barrier) as
select h.child_id, h.rule, digitalfile.shown(h.evidence, o.see) as evidence, h.since, d.grade, h.rule_version
from digitalfile.hit h
join digitalfile.rule d on d.part = h.part and d.rule = h.rule and d.version = h.rule_version
join versions.child_version v on v.person_id = h.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where h.part = 'risk' and h.superseded_at is null and digitalfile.grounded(h.grounds, o.see);

create view mart.risk with (security_barrier) as
select r.child_id, r.grade,
       array(select h.rule from digitalfile.hit h
             where h.child_id = r.child_id and h.part = 'risk' and h.superseded_at is null
               and digitalfile.grounded(h.grounds, o.see)
             order by array_position(r.rules, h.rule)) as rules,
       r.since
from digitalfile.risk r
join versions.child_version v on v.person_id = r.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where r.superseded_at is null and o.see ? 'kinds';

-- Of whom no file is left by now, those see what changed who see every child.
create view mart.risk_change with (security_barrier) as
select c.seq, c.at, c.run_id, c.child_id, c.before, c.after,
       case when o.see ?& array['kinds', 'father_state', 'psych_level', 'guardian_name'] then c.rules end as rules
from digitalfile.risk_change c
left join versions.child_version v on v.person_id = c.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (
    select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where o.see ? 'kinds' and (v.person_id is not null or (select rights.everywhere()));

create view mart.hidden_change with (security_barrier) as
select c.seq, c.run_id, c.day, c.at, c.child_id, c.rule, c.change, c.reason
from digitalfile.hidden_change c
left join versions.child_version v on v.person_id = c.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (
    select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where o.see ? 'kinds' and (c.rule in ('31', '32') or o.see ? 'father_state')
  and (v.person_id is not null or (select rights.everywhere()));

create view mart.hidden_count with (security_barrier) as
with one as (
    select h.child_id, coalesce(h.residence_division, h.registered_division) as division,
           array_agg(h.rule) as rules, bool_or(h.finding = 'confirmed') as confirmed, bool_or(h.finding = 'known') as known
    from mart.hidden_child h group by 1, 2
)
select l.division collate "C" as division, l.level, count(*) as children,
       count(*) filter (where o.confirmed) as confirmed,
       count(*) filter (where o.known and not coalesce(o.confirmed, false)) as known,
       count(*) filter (where o.confirmed is not true and o.known is not true) as open,
       count(*) filter (where '11' = any (o.rules)) as kind_11,
       count(*) filter (where '12' = any (o.rules)) as kind_12,
       count(*) filter (where '31' = any (o.rules)) as kind_31,
       count(*) filter (where '32' = any (o.rules)) as kind_32
from one o
cross join lateral (values ('district', left(o.division, 6)), ('township', left(o.division, 9))) l (level, division)
where l.level = 'district' or length(l.division) = 9
group by l.level, l.division;

create view mart.rule with (security_barrier) as
select r.part, r.rule, r.version, r.valid_from, r.valid_to, r.grade, r.law, r.zh, r.en from digitalfile.rule r;

create view ops.finding with (security_barrier) as
select f.finding_id, coalesce(mart.current_id(f.child_id), f.child_id) as child_id, f.child_id as said_of, f.rule, f.outcome,
       f.found_on, f.actor, f.at, f.reason, f.undone_at, f.undone_by, f.undo_reason
from digitalfile.finding f
where (select rights.purpose()) in ('operations', 'review') and (select rights.everywhere());

create or replace view mart.child with (security_barrier) as
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
       v.valid_from, v.recorded_at
from versions.child_version v
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where v.superseded_at is null and v.valid_to is null;

call rights.publish('mart.child_kind');
call rights.publish('mart.hidden_child');
call rights.publish('mart.child_signal');
call rights.publish('mart.child_warning');
call rights.publish('mart.risk');
call rights.publish('mart.risk_change');
call rights.publish('mart.hidden_change');
call rights.publish('mart.hidden_count');
call rights.publish('mart.rule');
call rights.publish('ops.finding');
comment on view mart.child_kind is '困境类别及证据。Which kinds of difficulty the evidence supports of each child, on the roster or not. Shown to whoever sees kinds of difficulty and all values of one ground that the rule rests on.';
comment on column mart.child_kind.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_kind.rule is '规则：id of the rule; of a kind its code';
comment on column mart.child_kind.evidence is '证据：the values that it rests on, each with attribute, value, feed, source_key and observed_at, as far as they are shown; a value of null: it rests on there being none';
comment on column mart.child_kind.since is '起始日期：the first day on which it stood without a break';
comment on column mart.child_kind.on_roster is '在台账：whether the child is on the roster';
comment on column mart.child_kind.rule_version is '规则版本：version of the rule';
comment on view mart.hidden_child is '隐秘的角落。Hidden children: evidence of one of the kinds 11, 12, 31, 32, under 18, and not on the roster; a row a child and kind. What was found not to be so at the door is not here, unless the evidence has changed since. Shown to whoever sees kinds of difficulty and all values of one ground that the rule rests on.';
comment on column mart.hidden_child.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.hidden_child.rule is '类别：code of the kind of difficulty';
comment on column mart.hidden_child.evidence is '证据：the values that it rests on, each with attribute, value, feed, source_key and observed_at, as far as they are shown; a value of null: it rests on there being none';
comment on column mart.hidden_child.since is '起始日期：the first day on which it stood without a break';
comment on column mart.hidden_child.finding is '入户核查：confirmed, or known (somebody knows of it already); null: nothing was found yet';
comment on column mart.hidden_child.found_on is '核查日期：when that was found, or when it was found not to be so';
comment on column mart.hidden_child.note is '备注：evidence changed: it was found not to be so, and the evidence says something else now';
comment on column mart.hidden_child.residence_division is '居住地区划：division of residence';
comment on column mart.hidden_child.registered_division is '户籍地区划：division of registration';
comment on column mart.hidden_child.rule_version is '规则版本：version of the rule';
comment on view mart.child_signal is '关注线索。Signals to look into, which make no kind of difficulty by themselves: the watch, who left the school roll or the insurance, who is known to one feed only. Shown to whoever sees all values of one ground that the rule rests on.';
comment on column mart.child_signal.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_signal.rule is '规则：id of the rule; of a kind its code';
comment on column mart.child_signal.evidence is '证据：the values that it rests on, each with attribute, value, feed, source_key and observed_at, as far as they are shown; a value of null: it rests on there being none';
comment on column mart.child_signal.since is '起始日期：the first day on which it stood without a break';
comment on column mart.child_signal.rule_version is '规则版本：version of the rule';
comment on view mart.child_warning is '预警。The rules of risk that fire for each child. Shown to whoever sees all values of one ground that the rule rests on.';
comment on column mart.child_warning.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_warning.rule is '规则：id of the rule; of a kind its code';
comment on column mart.child_warning.evidence is '证据：the values that it rests on, each with attribute, value, feed, source_key and observed_at, as far as they are shown; a value of null: it rests on there being none';
comment on column mart.child_warning.since is '起始日期：the first day on which it stood without a break';
comment on column mart.child_warning.grade is '等级：yellow or red';
comment on column mart.child_warning.rule_version is '规则版本：version of the rule';
comment on view mart.risk is '风险等级。The grade of risk of each child under 18: the gravest rule that fires decides; green: none does. Shown to whoever sees kinds of difficulty.';
comment on column mart.risk.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.risk.grade is '等级：green, yellow or red';
comment on column mart.risk.rules is '规则：ids of the rules that fire, as far as they are shown';
comment on column mart.risk.since is '起始日期：the first day of this grade';
comment on view mart.risk_change is '风险等级变更。Changes of grade. That a child came in green or left green is none.';
comment on column mart.risk_change.seq is '序号：grows with every change';
comment on column mart.risk_change.at is '时间：when it was recorded';
comment on column mart.risk_change.run_id is '批次：the run, or finding-NUMBER where something found at the door changed it';
comment on column mart.risk_change.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.risk_change.before is '原等级：null: there was none';
comment on column mart.risk_change.after is '新等级：null: there is none any more';
comment on column mart.risk_change.rules is '规则：ids of the rules that fire now, where health, judicial, psychological and family facts are shown';
comment on view mart.hidden_change is '隐秘的角落：变化。Who came into mart.hidden_child and who went, night by night. Kinds 11 and 12 where judicial facts are shown.';
comment on column mart.hidden_change.seq is '序号：grows with every change';
comment on column mart.hidden_change.run_id is '批次：the run, or finding-NUMBER where something found at the door changed it';
comment on column mart.hidden_change.day is '业务日期：the day that it stands for';
comment on column mart.hidden_change.at is '时间：when it was recorded';
comment on column mart.hidden_change.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.hidden_change.rule is '类别：code of the kind of difficulty';
comment on column mart.hidden_change.change is '变化：appeared or gone';
comment on column mart.hidden_change.reason is '原因：new evidence, left the roster, evidence changed, finding undone, joined; on the roster, evidence gone, not so, of age, file ended';
comment on view mart.hidden_count is '隐秘的角落：按区划统计。Hidden children by district and township, of those that the caller may see. A child counts once in all columns but those of kinds.';
comment on column mart.hidden_count.division is '区划：code of 6 digits (district) or 9 (township); null: not known';
comment on column mart.hidden_count.level is '级别：district or township';
comment on column mart.hidden_count.children is '儿童数：hidden children';
comment on column mart.hidden_count.confirmed is '已核实：found to be so at the door';
comment on column mart.hidden_count.known is '已知：somebody knows of it already';
comment on column mart.hidden_count.open is '待核查：nothing was found yet';
comment on column mart.hidden_count.kind_11 is '孤儿：orphans';
comment on column mart.hidden_count.kind_12 is '事实无人抚养：de facto without care';
comment on column mart.hidden_count.kind_31 is '残疾：disabled';
comment on column mart.hidden_count.kind_32 is '重病：severely ill';
comment on view mart.rule is '规则。The published rules about children, every version that a run has read.';
comment on column mart.rule.part is '部分：kind, hidden, signal or risk';
comment on column mart.rule.rule is '规则：id of the rule; of a kind its code';
comment on column mart.rule.version is '版本：version of the rule';
comment on column mart.rule.valid_from is '生效日期：the first day on which it holds';
comment on column mart.rule.valid_to is '失效日期：the last one; null: no end is known';
comment on column mart.rule.grade is '等级：of a rule of risk, yellow or red';
comment on column mart.rule.law is '依据：the source that it rests on';
comment on column mart.rule.zh is '中文：text in Chinese';
comment on column mart.rule.en is '英文：text in English';
comment on view ops.finding is '入户核查。What persons found at the doors of hidden children, the undone findings too. For operations and review of the whole city.';
comment on column ops.finding.finding_id is '核查编号：number';
comment on column ops.finding.child_id is '儿童编号：whom it is about, under the id of now';
comment on column ops.finding.said_of is '原儿童编号：the id of then';
comment on column ops.finding.rule is '类别：code of the kind of difficulty';
comment on column ops.finding.outcome is '结论：confirmed, not-so or known';
comment on column ops.finding.found_on is '核查日期：when it was found';
comment on column ops.finding.actor is '核查人：who says so';
comment on column ops.finding.at is '时间：when it was written down';
comment on column ops.finding.reason is '理由：what was found';
comment on column ops.finding.undone_at is '撤销时间：when it was undone; null: in force';
comment on column ops.finding.undone_by is '撤销人：who undid it';
comment on column ops.finding.undo_reason is '撤销理由：why';
comment on column mart.child.risk is '风险等级：grade of risk: green, yellow or red; null for who is of age';
comment on column mart.child_version.risk is '风险等级：null: a grade belongs to a night, not to a version; mart.risk_change tells how it changed';
