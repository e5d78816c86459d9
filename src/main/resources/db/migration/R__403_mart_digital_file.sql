-- ${definitions}
-- What filters rows by what may be seen stands in a CASE: the planner takes `?` to hold for one row of a thousand and would read
-- a view again for each row of another one that it joins; a CASE it takes to hold for every second row.

-- Who may be told of no child what its difficulty is finds none of these begun either.
create view mart.child_kind with (security_barrier) as
select h.child_id, h.rule, digitalfile.shown(h.evidence, o.see) as evidence, h.since, coalesce(v.on_roster, false) as on_roster, h.rule_version
from digitalfile.hit h
join versions.child_version v on v.person_id = h.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select rights.may_see('child', 'kinds'))
  and h.part = 'kind' and h.superseded_at is null and digitalfile.grounded(h.grounds, o.see) and o.see ?& array['kinds', 'on_roster'];
comment on view mart.child_kind is '困境类别及证据。Which kinds of difficulty the evidence supports of each child, on the roster or not. Shown to whoever sees kinds of difficulty, the roster and all values of one ground that the rule rests on.';
comment on column mart.child_kind.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_kind.rule is '规则：id of the rule; of a kind its code';
comment on column mart.child_kind.evidence is '证据：the values that it rests on, each with attribute, value, feed, source_key and observed_at, as far as they are shown; a value of null: it rests on there being none';
comment on column mart.child_kind.since is '起始日期：the first day on which it stood without a break';
comment on column mart.child_kind.on_roster is '在台账：whether the child is on the roster';
comment on column mart.child_kind.rule_version is '规则版本：version of the rule';

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
where (select rights.may_see('child', 'kinds'))
  and h.part = 'hidden' and h.superseded_at is null and digitalfile.grounded(h.grounds, o.see) and h.state <> 'not-so' and o.see ? 'kinds';
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

create view mart.child_signal with (security_barrier) as
select h.child_id, h.rule, digitalfile.shown(h.evidence, o.see) as evidence, h.since, h.rule_version
from digitalfile.hit h
join versions.child_version v on v.person_id = h.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where h.part = 'signal' and h.superseded_at is null and digitalfile.grounded(h.grounds, o.see);
comment on view mart.child_signal is '关注线索。Signals to look into, which make no kind of difficulty by themselves: the watch, who left the school roll or the insurance, who is known to one feed only. Shown to whoever sees all values of one ground that the rule rests on.';
comment on column mart.child_signal.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_signal.rule is '规则：id of the rule; of a kind its code';
comment on column mart.child_signal.evidence is '证据：the values that it rests on, each with attribute, value, feed, source_key and observed_at, as far as they are shown; a value of null: it rests on there being none';
comment on column mart.child_signal.since is '起始日期：the first day on which it stood without a break';
comment on column mart.child_signal.rule_version is '规则版本：version of the rule';

create view mart.child_warning with (security_barrier) as
select h.child_id, h.rule, digitalfile.shown(h.evidence, o.see) as evidence, h.since, d.grade, h.rule_version
from digitalfile.hit h
join digitalfile.rule d on d.part = h.part and d.rule = h.rule and d.version = h.rule_version
join versions.child_version v on v.person_id = h.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where h.part = 'risk' and h.superseded_at is null and digitalfile.grounded(h.grounds, o.see);
comment on view mart.child_warning is '预警。The rules of risk that fire for each child. Shown to whoever sees all values of one ground that the rule rests on.';
comment on column mart.child_warning.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_warning.rule is '规则：id of the rule; of a kind its code';
comment on column mart.child_warning.evidence is '证据：the values that it rests on, each with attribute, value, feed, source_key and observed_at, as far as they are shown; a value of null: it rests on there being none';
comment on column mart.child_warning.since is '起始日期：the first day on which it stood without a break';
comment on column mart.child_warning.grade is '等级：yellow or red';
comment on column mart.child_warning.rule_version is '规则版本：version of the rule';

create view mart.risk with (security_barrier) as
select r.child_id,
       case when o.see ? '*' then r.grade else digitalfile.told_grade(r.child_id, o.see) end as grade,
       array(select h.rule from digitalfile.hit h
             where h.child_id = r.child_id and h.part = 'risk' and h.superseded_at is null
               and digitalfile.grounded(h.grounds, o.see)
             order by array_position(r.rules, h.rule)) as rules,
       case when o.see ? '*' then r.since end as since
from digitalfile.risk r
join versions.child_version v on v.person_id = r.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select rights.may_see('child', 'kinds')) and r.superseded_at is null and case when o.see ? 'kinds' then true end;
comment on view mart.risk is '风险等级。The grade of risk of each child under 18: the gravest rule that fires decides, of those whose values the caller sees; green: none does. Shown to whoever sees kinds of difficulty.';
comment on column mart.risk.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.risk.grade is '等级：green, yellow or red, by the rules that the caller may be told of';
comment on column mart.risk.rules is '规则：ids of the rules that fire, as far as they are shown';
comment on column mart.risk.since is '起始日期：since when; for who sees every attribute';

-- A change of grade tells of every rule: it is for who sees every attribute.
create view mart.risk_change with (security_barrier) as
select c.seq, c.at, c.run_id, c.child_id, c.before, c.after, c.rules
from digitalfile.risk_change c
left join versions.child_version v on v.person_id = c.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (
    select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where case when o.see ? '*' then v.person_id is not null or (select rights.everywhere()) end;
comment on view mart.risk_change is '风险等级变更。Changes of grade. That a child came in green or left green is none. For who sees every attribute.';
comment on column mart.risk_change.seq is '序号：grows with every change';
comment on column mart.risk_change.at is '时间：when it was recorded';
comment on column mart.risk_change.run_id is '批次：the run, or finding-NUMBER where something found at the door changed it';
comment on column mart.risk_change.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.risk_change.before is '原等级：null: there was none';
comment on column mart.risk_change.after is '新等级：null: there is none any more';
comment on column mart.risk_change.rules is '规则：ids of the rules that fire now, where health, judicial, psychological and family facts are shown';

create view mart.hidden_change with (security_barrier) as
select c.seq, c.run_id, c.day, c.at, c.child_id, c.rule, c.change, c.reason
from digitalfile.hidden_change c
left join versions.child_version v on v.person_id = c.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (
    select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where case when o.see ?& array['kinds', 'on_roster'] then
      case c.rule when '31' then o.see ? 'disability_category' when '32' then o.see ? 'diagnoses' else o.see ? 'father_state' end end
  and (v.person_id is not null or (select rights.everywhere()));
comment on view mart.hidden_change is '隐秘的角落：变化。Who came into mart.hidden_child and who went, night by night. To who sees kinds of difficulty, the roster and what the kind rests on: 11 and 12 judicial facts, 31 disability, 32 diagnoses.';
comment on column mart.hidden_change.seq is '序号：grows with every change';
comment on column mart.hidden_change.run_id is '批次：the run, or finding-NUMBER where something found at the door changed it';
comment on column mart.hidden_change.day is '业务日期：the day that it stands for';
comment on column mart.hidden_change.at is '时间：when it was recorded';
comment on column mart.hidden_change.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.hidden_change.rule is '类别：code of the kind of difficulty';
comment on column mart.hidden_change.change is '变化：appeared or gone';
comment on column mart.hidden_change.reason is '原因：new evidence, left the roster, evidence changed, finding undone, joined; on the roster, evidence gone, not so, of age, file ended';

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

create view mart.rule with (security_barrier) as
select r.part, r.rule, r.version, r.valid_from, r.valid_to, r.grade, r.law, r.zh, r.en from digitalfile.rule r;
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
