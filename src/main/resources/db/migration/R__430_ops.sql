-- ${definitions}

create view ops.pull with (security_barrier) as
select p.run_id, p.feed,
       case
           when p.state = 'landed' then 'ok'
           when p.state = 'failed' and exists (
               select from landing.pull g where g.feed = p.feed and g.state = 'landed' and g.pull_id < p.pull_id)
           then 'stale'
           when p.state = 'rejected' then 'stale'
           else p.state
       end as state,
       coalesce(s.pulled, p.pulled) as pulled, coalesce(s.new, p.new) as new, coalesce(s.changed, p.changed) as changed,
       coalesce(s.unchanged, p.unchanged) as unchanged, coalesce(s.withdrawn, p.withdrawn) as withdrawn,
       coalesce(s.quarantined, p.quarantined) as quarantined, coalesce(s.duplicates, p.duplicates) as duplicates,
       coalesce(s.started, p.started) as started, p.ended, p.message, p.reason, p.drift, p.pull_id,
       (select max(g.ended) from landing.pull g
        where g.feed = p.feed and g.state = 'landed' and g.pull_id <= p.pull_id
          and g.stream is distinct from 'push') as last_good,
       case when (select rights.purpose()) in ('operations', 'review') then p.decided_by end as decided_by, p.decided_at,
       case when (select rights.purpose()) in ('operations', 'review') then p.decided_reason end as decided_reason,
       p.stream
from landing.pull p
left join lateral (
    select sum(l.pulled)::integer as pulled, sum(l.new)::integer as new, sum(l.changed)::integer as changed,
           sum(l.unchanged)::integer as unchanged, sum(l.withdrawn)::integer as withdrawn,
           sum(l.quarantined)::integer as quarantined, sum(l.duplicates)::integer as duplicates, min(l.started) as started
    from landing.pull l
    where p.stream is not null and l.run_id = p.run_id and l.feed = p.feed) s on true
where (select rights.claims()) is not null and p.pull_id = case
    when p.run_id is null then (select max(l.pull_id) from landing.pull l where l.feed = p.feed and l.run_id is null)
    else (select max(l.pull_id) from landing.pull l where l.feed = p.feed and l.run_id = p.run_id) end;
comment on view ops.pull is '抽取。How each feed was pulled in each run, the many pulls of a stream run added up: ok; stale (failed, the last good pull stays in force); held (shrank too much, waits for an operator); failed (and there never was a good one). pulled = new + changed + unchanged + quarantined + duplicates.';
comment on column ops.pull.run_id is '批次编号：the run; null for a pull that waits for its run';
comment on column ops.pull.feed is '数据源：the feed';
comment on column ops.pull.state is '状态：ok, stale, held or failed';
comment on column ops.pull.pulled is '抽取数：records that came';
comment on column ops.pull.new is '新增：with a key that was not there';
comment on column ops.pull.changed is '变更：with other content than before';
comment on column ops.pull.unchanged is '未变：as they were';
comment on column ops.pull.withdrawn is '撤回：keys that are gone';
comment on column ops.pull.quarantined is '隔离：set aside';
comment on column ops.pull.duplicates is '重复：came twice in one pull';
comment on column ops.pull.started is '开始时间：when it began';
comment on column ops.pull.ended is '结束时间：when it ended';
comment on column ops.pull.message is '说明：what went wrong and how to mend it';
comment on column ops.pull.reason is '原因代码：stable code of what went wrong';
comment on column ops.pull.drift is '结构漂移：columns that came or went';
comment on column ops.pull.pull_id is '抽取编号：number of the pull';
comment on column ops.pull.last_good is '上次成功：when the last good pull ended';
comment on column ops.pull.stream is '实时方式：of a stream run: push, where the department sent by itself; pull, where it was asked for changes; null: a pull of a night or a schedule';
comment on column ops.pull.decided_by is '裁定人：who approved or rejected it while it was held';
comment on column ops.pull.decided_at is '裁定时间：when';
comment on column ops.pull.decided_reason is '裁定理由：why, in that one''s words';

create view ops.quarantine with (security_barrier) as
select q.quarantine_id, q.feed, q.place, q.key as source_key, q.reason, q.field, q.text, q.since, q.resolved, q.pull_id, q.seq,
       q.resolution, q.resolved_by
from landing.quarantine q
where (select rights.lists('quarantine'));
comment on view ops.quarantine is '隔离区。Records that were set aside, with where they stood and why; resolved ones keep their row. For operations and review of the whole city.';
comment on column ops.quarantine.quarantine_id is '隔离编号：number';
comment on column ops.quarantine.feed is '数据源：the feed';
comment on column ops.quarantine.place is '位置：where the record stood in what came';
comment on column ops.quarantine.source_key is '源记录键：its key, if it has one';
comment on column ops.quarantine.reason is '原因代码：stable code';
comment on column ops.quarantine.field is '字段：the field at fault';
comment on column ops.quarantine.text is '说明：what is wrong';
comment on column ops.quarantine.since is '隔离时间：when it was set aside';
comment on column ops.quarantine.resolved is '解决时间：when a good record with this key came; null: not yet';
comment on column ops.quarantine.pull_id is '抽取编号：the pull that brought it';
comment on column ops.quarantine.seq is '序号：its number in the pull';
comment on column ops.quarantine.resolution is '了结方式：clean, gone, mapped, dismissed or rejected';
comment on column ops.quarantine.resolved_by is '了结人：who dismissed it';

create view ops.review with (security_barrier) as
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
where (select rights.lists('review')) and (r.reason = 'conflicting verdicts'
   or not exists (
       select from linkage.verdict v
       where v.undone_at is null
         and ((v.feed_a, v.key_a, v.feed_b, v.key_b) = (ra.feed, ra.source_key, rb.feed, rb.source_key)
           or (v.feed_a, v.key_a, v.feed_b, v.key_b) = (rb.feed, rb.source_key, ra.feed, ra.source_key))));
comment on view ops.review is '人工复核队列。Pairs of persons that wait for a person''s verdict, each with its best pair of records, why it is in doubt, and what deciding it is worth (linkage.worth). What was decided is gone from here at once. For operations and review.';
comment on column ops.review.review_id is '复核编号：number';
comment on column ops.review.population is '人群：child or volunteer';
comment on column ops.review.reason is '原因：why it is in doubt';
comment on column ops.review.worth is '价值：what deciding it is worth';
comment on column ops.review.weight is '权重：bits of evidence';
comment on column ops.review.person_a is '人员甲：one person';
comment on column ops.review.person_b is '人员乙：the other';
comment on column ops.review.size_a is '记录数甲：records of the one';
comment on column ops.review.size_b is '记录数乙：records of the other';
comment on column ops.review.feed_a is '数据源甲：feed of the record of the one';
comment on column ops.review.source_key_a is '源记录键甲：its key';
comment on column ops.review.feed_b is '数据源乙：feed of the record of the other';
comment on column ops.review.source_key_b is '源记录键乙：its key';
comment on column ops.review.on_roster is '在台账：whether one of them is on the roster';
comment on column ops.review.in_difficulty is '困境：whether one of them is in difficulty';
comment on column ops.review.under_six is '未满六岁：whether one of them is under six';
comment on column ops.review.since is '起始时间：since when it waits';

create view ops.verdict with (security_barrier) as
select v.verdict_id, v.population, v.kind, v.feed_a, v.key_a as source_key_a, v.feed_b, v.key_b as source_key_b,
       v.actor, v.at, v.reason, v.undone_at, v.undone_by, v.undo_reason, c.changed_at
from linkage.verdict v
left join linkage.verdict_change c using (verdict_id)
where (select rights.lists('verdicts'));
comment on view ops.verdict is '人工裁定。What persons decided about pairs of records, the undone verdicts too. For operations and review of the whole city.';
comment on column ops.verdict.verdict_id is '裁定编号：number';
comment on column ops.verdict.population is '人群：child or volunteer';
comment on column ops.verdict.kind is '结论：same or different';
comment on column ops.verdict.feed_a is '数据源甲：feed of the one record';
comment on column ops.verdict.source_key_a is '源记录键甲：its key';
comment on column ops.verdict.feed_b is '数据源乙：feed of the other';
comment on column ops.verdict.source_key_b is '源记录键乙：its key';
comment on column ops.verdict.actor is '裁定人：who decided';
comment on column ops.verdict.at is '时间：when';
comment on column ops.verdict.reason is '理由：why';
comment on column ops.verdict.undone_at is '撤销时间：when it was undone; null: in force';
comment on column ops.verdict.undone_by is '撤销人：who undid it';
comment on column ops.verdict.undo_reason is '撤销理由：why';
comment on column ops.verdict.changed_at is '数据变化时间：when one of the two records last came with something else after the verdict was said; null: as it was, or the verdict was undone';

create view ops.access with (security_barrier) as
select a.seq, a.at, a.subject, a.role, a.purpose, a.door, a.action, a.person_id, a.attributes, a.detail,
       encode(a.hash, 'hex') as hash, a.issuer, a.reason, a.key_id
from (
    select c.* from audit.access c where not c.report
    union all
    select c.* from audit.access c where c.report and (select rights.sees_reports())
) a
where (select rights.lists('accesses'));
comment on view ops.access is '访问日志。Who read which person, which attributes, for what purpose, when, through which door. For audit, and for operations and subject-rights of the whole city; what concerns reports of abuse for those alone who may see them.';
comment on column ops.access.seq is '序号：its place in the log, from 1; without a gap to who sees all of it';
comment on column ops.access.at is '时间：when it was recorded, before the answer was given';
comment on column ops.access.subject is '访问者：the subject of a token, or the person at the machine by what the system knows: wang, or wang (via sudo as childfile)';
comment on column ops.access.role is '角色：in which role';
comment on column ops.access.purpose is '目的：for what purpose';
comment on column ops.access.door is '入口：api, console or cli';
comment on column ops.access.action is '操作：read, search, sql, export, correct, forget, disclose, token, refused …';
comment on column ops.access.person_id is '人员编号：whom it concerned; null where it concerned no single person';
comment on column ops.access.attributes is '字段：names of the attributes that were shown, never values';
comment on column ops.access.detail is '说明：numbers and words that are no personal data; empty for none';
comment on column ops.access.hash is '散列：keyed digest (HMAC) of the hash of the row before and this row; checked by childfile audit verify';
comment on column ops.access.issuer is '签发者：who issued the token that was shown; empty where none was';
comment on column ops.access.reason is '事由：why it was asked, in the asker''s words; empty where none was needed';
comment on column ops.access.key_id is '密钥名：which key binds the row; empty for rows that were recorded before there was one';

create view ops.correction with (security_barrier) as
select c.correction_id, coalesce(mart.current_id(c.person_id), c.person_id) as person_id, c.person_id as said_of, c.attribute,
       case when c.erased_at is not null then 'erased' when c.undone_at is not null then 'undone'
            when c.settled_at is not null then 'settled' else 'in force' end as state,
       c.since, c.actor, c.at, c.settled_at, c.settled_run, c.undone_at, c.undone_by
from subject.correction c
where (select rights.lists('corrections'));
comment on view ops.correction is '更正。The corrections of files: in force, settled (the feeds say so themselves), undone, or erased with the person. Values stand in mart.child_value, with the feed corrections. For audit, and for operations and subject-rights of the whole city.';
comment on column ops.correction.correction_id is '更正编号：number';
comment on column ops.correction.person_id is '人员编号：whom it is about, under the id of now';
comment on column ops.correction.said_of is '原人员编号：the id of then';
comment on column ops.correction.attribute is '字段：which attribute';
comment on column ops.correction.state is '状态：in force, settled, undone or erased';
comment on column ops.correction.since is '起始日期：from which day it holds; null: as far back as is known';
comment on column ops.correction.actor is '决定人：who said so';
comment on column ops.correction.at is '时间：when';
comment on column ops.correction.settled_at is '一致时间：when the feeds came to say the same';
comment on column ops.correction.settled_run is '一致批次：in which run';
comment on column ops.correction.undone_at is '撤销时间：when it was undone';
comment on column ops.correction.undone_by is '撤销人：who undid it';

-- A refusal to forget because a report is open tells of it.
create view ops.erasure with (security_barrier) as
select e.erasure_id, e.person_id, e.reason, e.actor, e.at, e.refused, e.records, e.versions,
       case when (select rights.sees('protection')) then e.kept
            else (select coalesce(jsonb_agg(k order by n), '[]')
                  from jsonb_array_elements(e.kept) with ordinality x (k, n) where k ->> 'what' <> 'reports') end as kept
from subject.erasure e
where (select rights.lists('erasures')) and (not e.refused or (select rights.sees('protection')));
comment on view ops.erasure is '删除。Whom somebody asked to forget, why, and what was erased. For audit, and for operations and subject-rights of the whole city.';
comment on column ops.erasure.erasure_id is '删除编号：number';
comment on column ops.erasure.person_id is '人员编号：the id, which leads nowhere now';
comment on column ops.erasure.reason is '理由：code of the reason';
comment on column ops.erasure.actor is '决定人：who decided';
comment on column ops.erasure.at is '时间：when';
comment on column ops.erasure.refused is '已拒绝：whether it was refused, because a law bids to keep all';
comment on column ops.erasure.records is '记录数：records that were erased';
comment on column ops.erasure.versions is '版本数：versions that were erased';
comment on column ops.erasure.kept is '保留：what was kept, how many, and by which law';

create view ops.returned with (security_barrier) as
select p.run_id, p.feed, sum(t.records)::bigint as records
from subject.returned t
join landing.pull p on p.pull_id = t.pull_id
where (select rights.claims()) is not null
group by p.run_id, p.feed;
comment on view ops.returned is '已删除人员的记录。Records of forgotten persons that came again: nothing of them was kept, and they count as unchanged.';
comment on column ops.returned.run_id is '批次编号：the run';
comment on column ops.returned.feed is '数据源：the feed';
comment on column ops.returned.records is '记录数：how many';

create view ops.age_clock with (security_barrier) as
select e.person_id as child_id, e.age, e.since, e.run_id, e.at,
       case e.age
           when 14 then 'no longer sensitive by age alone'
           when 16 then 'consent to be asked of the child'
           else 'archived'
       end as effect
from audit.age_event e
where (select rights.lists('ages'));
comment on view ops.age_clock is '年龄到点。Which children reached 14 (their data are sensitive no longer by age alone: Personal Information Protection Law, art. 28, 31), 16 (consent is to be asked of the child too: Civil Code, art. 18) and 18 (the file is archived, consent is to be asked anew). For operations and subject-rights of the whole city.';
comment on column ops.age_clock.child_id is '儿童编号：C and a UUIDv7';
comment on column ops.age_clock.age is '年龄：14, 16 or 18';
comment on column ops.age_clock.since is '起始日期：the day after the birthday';
comment on column ops.age_clock.run_id is '批次编号：the run that told so, the first that held the file after that day';
comment on column ops.age_clock.at is '记录时间：when it was recorded';
comment on column ops.age_clock.effect is '效果：what it means for the file';

create view ops.finding with (security_barrier) as
select f.finding_id, coalesce(mart.current_id(f.child_id), f.child_id) as child_id, f.child_id as said_of, f.rule, f.outcome,
       f.found_on, f.actor, f.at, f.reason, f.undone_at, f.undone_by, f.undo_reason
from digitalfile.finding f
where (select rights.lists('findings'));
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

create view ops.correction_request with (security_barrier) as
select r.request_id, r.correction_id, coalesce(mart.current_id(r.person_id), r.person_id) as person_id, r.feed, r.attribute,
       r.department, r.state, r.day, r.deadline, r.sent_at, r.receipt, r.ended_at, r.outcome, r.overdue_on, r.attention
from rectification.request r;
comment on view ops.correction_request is '更正请求。What departments were asked to correct in their own records, by when, and what became of it. For audit, and for operations and subject-rights of the whole city.';
comment on column ops.correction_request.request_id is '请求编号：K and a UUID; the idempotency key under which it was sent';
comment on column ops.correction_request.correction_id is '更正编号：number of the correction';
comment on column ops.correction_request.person_id is '人员编号：whom it is about, under the id of now';
comment on column ops.correction_request.feed is '数据源：whose record it is about';
comment on column ops.correction_request.attribute is '字段：which attribute';
comment on column ops.correction_request.department is '部门：who was asked';
comment on column ops.correction_request.state is '状态：confirmed (not sent yet), sent, received, in_hand, asked_back, done, refused or overdue';
comment on column ops.correction_request.day is '提出日期：from which the deadline counts';
comment on column ops.correction_request.deadline is '办理期限：by this day it must have ended';
comment on column ops.correction_request.sent_at is '发送时间：when the department took it';
comment on column ops.correction_request.receipt is '回执号：the department''s number';
comment on column ops.correction_request.ended_at is '结束时间：when it ended';
comment on column ops.correction_request.outcome is '结束方式：department, feed-agrees (the feed came to say the same) or withdrawn (the correction was taken back)';
comment on column ops.correction_request.overdue_on is '超期日期：the first night after its deadline';
comment on column ops.correction_request.attention is '需要处理：why a person must look at it; null where none must';

create view ops.breach with (security_barrier) as
select m.matter_id as breach_id, m.kind, m.noticed_at, m.opened_at, o.actor as opened_by,
       case when c.at is null then 'open' else 'closed' end as state,
       (select e.under_14 from compliance.entry e where e.matter_id = m.matter_id and e.under_14 is not null
        order by e.number desc limit 1) as under_14,
       (select e.others from compliance.entry e where e.matter_id = m.matter_id and e.others is not null
        order by e.number desc limit 1) as others,
       c.at as closed_at, c.actor as closed_by
from compliance.matter m
join compliance.entry o on o.matter_id = m.matter_id and o.act = 'open'
left join compliance.entry c on c.matter_id = m.matter_id and c.act = 'close'
where m.sort = 'breach';
comment on view ops.breach is '个人信息安全事件。Breaches of personal information, how many persons they concern, and whether they are closed. For audit, and for operations of the whole city.';
comment on column ops.breach.breach_id is '事件编号：B and a number';
comment on column ops.breach.kind is '类别：a kind of mappings/compliance.yaml';
comment on column ops.breach.noticed_at is '发现时间：from which deadlines count';
comment on column ops.breach.opened_at is '登记时间：when it was entered';
comment on column ops.breach.opened_by is '登记人：who entered it';
comment on column ops.breach.state is '状态：open or closed';
comment on column ops.breach.under_14 is '不满14周岁人数：how many children under 14 it concerns, as was said last';
comment on column ops.breach.others is '其他人数：how many others';
comment on column ops.breach.closed_at is '关闭时间：when it was closed';
comment on column ops.breach.closed_by is '关闭人：who closed it';

create view ops.compliance_step with (security_barrier) as
select s.matter_id, m.sort, s.step, s.number, s.due_at, e.at as done_at, e.actor as done_by,
       case when e.at is not null then 'done'
            when exists (select from compliance.entry c where c.matter_id = s.matter_id and c.act = 'close') then 'closed'
            when s.due_at < now() then 'overdue' else 'open' end as state
from compliance.step s
join compliance.matter m using (matter_id)
left join lateral (
    select e.at, e.actor from compliance.entry e
    where e.matter_id = s.matter_id and e.step = s.step and e.step_number = s.number
    order by e.number limit 1) e on true;
comment on view ops.compliance_step is '合规步骤。What must be done about breaches and impact assessments by when, and who did it. For audit, and for operations of the whole city.';
comment on column ops.compliance_step.matter_id is '编号：of the breach or the assessment';
comment on column ops.compliance_step.sort is '种类：breach or assessment';
comment on column ops.compliance_step.step is '步骤：a step of mappings/compliance.yaml, or review';
comment on column ops.compliance_step.number is '序号：from 1; reviews come again';
comment on column ops.compliance_step.due_at is '时限：by when';
comment on column ops.compliance_step.done_at is '完成时间：when somebody said that it was done';
comment on column ops.compliance_step.done_by is '完成人：who said so';
comment on column ops.compliance_step.state is '状态：open, done, overdue, or closed (with its assessment)';

create view ops.impact_assessment with (security_barrier) as
select m.matter_id as assessment_id, m.title, m.opened_at, o.actor as opened_by,
       (select e.risk from compliance.entry e where e.matter_id = m.matter_id and e.risk is not null
        order by e.number desc limit 1) as risk,
       (select e.actor from compliance.entry e where e.matter_id = m.matter_id and e.risk is not null
        order by e.number desc limit 1) as decided_by,
       case when c.at is null then (select max(s.due_at) from compliance.step s where s.matter_id = m.matter_id) end as review_due,
       case when c.at is null then 'open' else 'closed' end as state, c.at as closed_at,
       c.at + interval '3 years' as kept_until
from compliance.matter m
join compliance.entry o on o.matter_id = m.matter_id and o.act = 'open'
left join compliance.entry c on c.matter_id = m.matter_id and c.act = 'close'
where m.sort = 'assessment';
comment on view ops.impact_assessment is '个人信息保护影响评估。Impact assessments, the risk that is left, and when they are to be looked at again. For audit, and for operations of the whole city.';
comment on column ops.impact_assessment.assessment_id is '评估编号：P and a number';
comment on column ops.impact_assessment.title is '评估事项：what is assessed';
comment on column ops.impact_assessment.opened_at is '登记时间：when it was begun';
comment on column ops.impact_assessment.opened_by is '登记人：who entered it';
comment on column ops.impact_assessment.risk is '剩余风险：low, medium or high, as was said last';
comment on column ops.impact_assessment.decided_by is '决定人：who said so';
comment on column ops.impact_assessment.review_due is '复评时限：before this moment it is to be looked at again';
comment on column ops.impact_assessment.state is '状态：open or closed';
comment on column ops.impact_assessment.closed_at is '结束时间：when what it is about ended';
comment on column ops.impact_assessment.kept_until is '保存至：at least three years after it ended';

create view ops.audit_pack with (security_barrier) as
select p.year, p.made_at, p.actor from compliance.pack p;
comment on view ops.audit_pack is '年度合规报告。When the yearly report on the protection of minors'' data was made. For audit, and for operations of the whole city.';
comment on column ops.audit_pack.year is '年份：of which year';
comment on column ops.audit_pack.made_at is '生成时间：when it was made';
comment on column ops.audit_pack.actor is '生成人：by whom';

create view ops.unnamed_character with (security_barrier) as
select run_id, feed, records, characters from mapping.unnamed_character
where (select rights.lists('quarantine'));
comment on view ops.unnamed_character is '无法识别的自造字。Characters of private use that came in a run and have no code point of their own: what they stand for only the department knows.';
comment on column ops.unnamed_character.run_id is '批次编号：the run';
comment on column ops.unnamed_character.feed is '数据源：the feed';
comment on column ops.unnamed_character.records is '记录数：records that hold one';
comment on column ops.unnamed_character.characters is '字符数：how many there are';

create view ops.set_aside with (security_barrier) as
select i.item_id, i.stage, i.subject, i.feed, i.source_key, i.field, i.reason, i.run_id, i.since, i.resolved
from setaside.item i;
comment on view ops.set_aside is '搁置。Records and persons that a stage behind the mapping could not work on; what was in force of them stays in force. For operations and review of the whole city.';
comment on column ops.set_aside.item_id is '编号：number';
comment on column ops.set_aside.stage is '阶段：name of the step';
comment on column ops.set_aside.subject is '对象：the id of a person, or feed and key of a record';
comment on column ops.set_aside.feed is '数据源：feed of the record at fault; null where none is known';
comment on column ops.set_aside.source_key is '来源键：its key as it is stored';
comment on column ops.set_aside.field is '字段：the attribute at fault; empty where none is known';
comment on column ops.set_aside.reason is '原因：code of the reason';
comment on column ops.set_aside.run_id is '批次编号：the last run that set it aside';
comment on column ops.set_aside.since is '起始时间：since when';
comment on column ops.set_aside.resolved is '解决时间：when its stage could work on it again; null as long as it cannot';

create view ops.held_withdrawal with (security_barrier) as
select p.feed, h.pull_id, left(v.residence_division, 9) collate "C" as division, count(*) as records
from landing.held_withdrawal h
join landing.pull p on p.pull_id = h.pull_id and p.state = 'held'
left join mapping.source_record r on r.feed = p.feed and r.source_key = h.key
left join linkage.membership m on m.record_id = r.record_id
left join versions.child_version v on v.person_id = m.person_id and v.superseded_at is null and v.valid_to is null
group by p.feed, h.pull_id, left(v.residence_division, 9);
comment on view ops.held_withdrawal is '待撤回。What the approval of a held pull would withdraw, by township. For operations and review of the whole city.';
comment on column ops.held_withdrawal.feed is '数据源：the feed';
comment on column ops.held_withdrawal.pull_id is '抽取编号：the held pull';
comment on column ops.held_withdrawal.division is '区划：the township where the children live; null where none is known, and for records of others';
comment on column ops.held_withdrawal.records is '记录数：how many keys it lacks';
