-- ${definitions}

create view mart.wakeup with (security_barrier) as
select w.wakeup_id, w.child_id, w.pairing_id, w.kind, w.origin, w.at, w.day, w.state, w.ended_at, w.caller,
       case when o.see ? 'note' then w.said end as words_sealed,
       (select count(*) from wakeup.item i where i.wakeup_id = w.wakeup_id) as items,
       (select count(*) from wakeup.application a where a.wakeup_id = w.wakeup_id) as applications,
       (select count(*) from wakeup.application a where a.wakeup_id = w.wakeup_id and a.state = 'overdue') as overdue,
       (select count(*) from wakeup.application a
        where a.wakeup_id = w.wakeup_id and a.attention is not null)
           + (w.child_id is null and w.state <> 'closed')::integer as attention
from (
    select c.* from wakeup.wakeup c where not c.report
    union all
    select c.* from wakeup.wakeup c where c.report and (select rights.sees_reports())
) w
left join versions.child_version v on v.person_id = w.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('care') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select wakeup.shown()) and case when o.see ? 'problem' then true end;
comment on view mart.wakeup is '一键唤醒。A row a caring mother''s call for help, of the kinds that may be named to the caller: reports of abuse (ABUSE) to who has the purpose protection. For who sees the attribute problem of care records.';
comment on column mart.wakeup.wakeup_id is '唤醒编号：W and a UUID';
comment on column mart.wakeup.child_id is '儿童编号：C and a UUIDv7; null as long as nobody knows which child it is about';
comment on column mart.wakeup.pairing_id is '结对编号：the pairing in which it was called';
comment on column mart.wakeup.kind is '类别：ILLNESS, SCHOOLING, HARDSHIP, INSURANCE or ABUSE';
comment on column mart.wakeup.origin is '来源：api, cli or feed';
comment on column mart.wakeup.at is '呼叫时间：when it was called';
comment on column mart.wakeup.day is '受理日期：the day on which the program took it; deadlines count from it';
comment on column mart.wakeup.state is '状态：open, done (every application has ended) or closed (by a person)';
comment on column mart.wakeup.ended_at is '结束时间：when it was done or closed';
comment on column mart.wakeup.caller is '呼叫人：who called';
comment on column mart.wakeup.words_sealed is '密文：the words, sealed; only the program''s doors hold the keys; for who sees the attribute note';
comment on column mart.wakeup.items is '清单条数：rows of its event list';
comment on column mart.wakeup.applications is '申请数：its applications';
comment on column mart.wakeup.overdue is '超期数：its applications that are overdue';
comment on column mart.wakeup.attention is '待处理数：its applications that need a person, and one where the child is unknown';

create view mart.wakeup_item with (security_barrier) as
select i.wakeup_id, i.number, i.child_id, i.feed, case when o.see ? 'id_number' then i.source_key end as source_key, i.attribute,
       i.value, i.sealed as value_sealed, i.observed_at
from (
    select c.* from wakeup.item c where not c.report
    union all
    select c.* from wakeup.item c where c.report and (select rights.sees_reports())
) i
left join versions.child_version v on v.person_id = i.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
cross join rights.sight('care') t
cross join lateral (select case when v.birth_date <= t.born_by then t.see else t.young end as see) c
where (select wakeup.shown()) and case when c.see ? 'problem' and o.see ? i.attribute then o.see ? '*' or o.see ? ('feed:' || i.feed) end;
comment on view mart.wakeup_item is '事件清单。The values that a call needs, each with the record that it rests on; those of the attributes and feeds that the caller sees, of the calls that the caller is told of.';
comment on column mart.wakeup_item.wakeup_id is '唤醒编号：the call';
comment on column mart.wakeup_item.number is '序号：place in the list';
comment on column mart.wakeup_item.child_id is '儿童编号：the child';
comment on column mart.wakeup_item.feed is '数据源：feed of the record';
comment on column mart.wakeup_item.source_key is '源记录：key of the record; for who sees identifiers';
comment on column mart.wakeup_item.attribute is '字段：attribute';
comment on column mart.wakeup_item.value is '值：its value; null for one of class identifier, which lies sealed';
comment on column mart.wakeup_item.value_sealed is '密文：a value of class identifier, sealed; only the program''s doors hold the keys';
comment on column mart.wakeup_item.observed_at is '更新时间：the record''s own update stamp';

create view mart.application with (security_barrier) as
select a.application_id, a.wakeup_id, a.child_id, a.template, a.department, a.urgent, a.state, a.department_state as beneath, a.deadline, a.sent_at,
       a.receipt, a.ended_at, a.overdue_on, a.escalated_to, a.confirmed_by, a.missing, a.attempts, a.attention, a.message
from (
    select c.* from wakeup.application c where not c.report
    union all
    select c.* from wakeup.application c where c.report and (select rights.sees_reports())
) a
left join versions.child_version v on v.person_id = a.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('care') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select wakeup.shown()) and case when o.see ? 'problem' then true end;
comment on view mart.application is '申请。What is asked of each department because of a call; for who sees the attribute problem, because the department tells what the call is about.';
comment on column mart.application.application_id is '申请编号：A and a UUID; the idempotency key by which the department counts it once';
comment on column mart.application.wakeup_id is '唤醒编号：the call';
comment on column mart.application.child_id is '儿童编号：the child';
comment on column mart.application.template is '模板：the file connectors/outbound/TEMPLATE.yaml';
comment on column mart.application.department is '部门：whom it goes to';
comment on column mart.application.urgent is '强制报告：whether it goes by the mandatory-reporting route';
comment on column mart.application.state is '状态：drafted, confirmed, sent, received, in_hand, asked_back, done, refused, overdue or cancelled (not sent when its call was closed)';
comment on column mart.application.beneath is '部门状态：the state but for its being overdue';
comment on column mart.application.deadline is '期限：the last day on which it may end without being overdue';
comment on column mart.application.sent_at is '发送时间：when the department had it';
comment on column mart.application.receipt is '回执号：the department''s number for it';
comment on column mart.application.ended_at is '办结时间：when it was done, refused or cancelled';
comment on column mart.application.overdue_on is '超期日期：the day on which it was found overdue';
comment on column mart.application.escalated_to is '上报：whom it was escalated to';
comment on column mart.application.confirmed_by is '确认人：who confirmed it; childfile where the template asks for nobody';
comment on column mart.application.missing is '缺少字段：fields that the department needs and the event list lacks';
comment on column mart.application.attempts is '尝试次数：failed attempts since it last went well';
comment on column mart.application.attention is '待处理原因：why it needs a person';
comment on column mart.application.message is '说明：what went wrong, without personal data';

create view mart.application_event with (security_barrier) as
select e.application_id, e.number, e.wakeup_id, e.child_id, e.at, e.state, e.actor, e.code,
       case when o.see ? 'note' then e.said end as said_sealed
from (
    select c.* from wakeup.application_event c where not c.report
    union all
    select c.* from wakeup.application_event c where c.report and (select rights.sees_reports())
) e
left join versions.child_version v on v.person_id = e.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('care') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select wakeup.shown()) and case when o.see ? 'problem' then true end;
comment on view mart.application_event is '申请经过。Everything that happened to an application, in order; for who sees the attribute problem.';
comment on column mart.application_event.application_id is '申请编号：the application';
comment on column mart.application_event.number is '序号：place in its history';
comment on column mart.application_event.wakeup_id is '唤醒编号：the call';
comment on column mart.application_event.child_id is '儿童编号：the child';
comment on column mart.application_event.at is '时间：when it happened';
comment on column mart.application_event.state is '状态：its state from then on';
comment on column mart.application_event.actor is '经手：a person, the department, or childfile';
comment on column mart.application_event.code is '代码：what went wrong, or whom it was escalated to';
comment on column mart.application_event.said_sealed is '密文：what the department wrote, sealed; only the program''s doors hold the keys; for who sees the attribute note';

create view mart.child_help with (security_barrier) as
select w.child_id, w.wakeup_id, w.kind, w.at as called_at, a.department, a.state, a.deadline, a.sent_at, a.ended_at
from mart.wakeup w
join mart.application a using (wakeup_id)
where not a.urgent or a.department <> 'womens-federation';
comment on view mart.child_help is '求助结果。What was asked for a child and what came of it: a row a call and department.';
comment on column mart.child_help.child_id is '儿童编号：the child';
comment on column mart.child_help.wakeup_id is '唤醒编号：the call';
comment on column mart.child_help.kind is '类别：what it was about; for who sees the attribute problem';
comment on column mart.child_help.called_at is '呼叫时间：when it was called';
comment on column mart.child_help.department is '部门：whom it went to';
comment on column mart.child_help.state is '状态：how the application stands';
comment on column mart.child_help.deadline is '期限：the last day on which it may end without being overdue';
comment on column mart.child_help.sent_at is '发送时间：when the department had it';
comment on column mart.child_help.ended_at is '办结时间：when it was done or refused';

create view mart.wakeup_receipt with (security_barrier) as
select r.wakeup_id, r.at, r.day
from wakeup.receipt r
where r.origin = 'api' and r.caller = (select rights.claims() ->> 'subject');
comment on view mart.wakeup_receipt is '求助回执。That a call for help was taken, for whoever made it under the same subject; a report of abuse shows no more than this to who made it.';
comment on column mart.wakeup_receipt.wakeup_id is '唤醒编号：the call';
comment on column mart.wakeup_receipt.at is '呼叫时间：when it was called';
comment on column mart.wakeup_receipt.day is '受理日期：the day on which the program took it';
