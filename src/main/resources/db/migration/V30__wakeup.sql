-- Calls for help (一键唤醒): the call, its event list, its applications to departments, and what became of each. Words, values of
-- class identifier, what is sent and what a department writes back lie sealed.
create table wakeup.wakeup (
    wakeup_id text primary key,
    child_id text,
    pairing_id text,
    kind text not null check (kind in ('ILLNESS', 'SCHOOLING', 'HARDSHIP', 'INSURANCE', 'ABUSE')),
    origin text not null check (origin in ('api', 'cli', 'feed')),
    feed text,
    source_key text,
    caller text not null,
    at timestamptz not null,
    day date not null,
    digest bytea not null,
    said bytea,
    state text not null default 'open' check (state in ('open', 'done', 'closed')),
    ended_at timestamptz,
    closed_by text,
    run_id text,
    unique (feed, source_key)
);
create index wakeup_child on wakeup.wakeup (child_id);
create index wakeup_open on wakeup.wakeup (at) where state = 'open';
call rights.keep_of_child('wakeup.wakeup');
comment on table wakeup.wakeup is 'A caring mother''s call for help.';
comment on column wakeup.wakeup.child_id is 'Null as long as nobody knows which child the pairing of the call is about.';
comment on column wakeup.wakeup.caller is 'Who called: the subject of a token, a user at the machine, or the feed.';
comment on column wakeup.wakeup.day is 'The day on which the program took it; deadlines count from it.';
comment on column wakeup.wakeup.digest is 'A keyed digest of what was called: tells whether the same call comes again.';
comment on column wakeup.wakeup.said is 'Sealed: {"words", "photo", "reason"}.';

create table wakeup.item (
    wakeup_id text not null references wakeup.wakeup,
    number integer not null,
    child_id text not null,
    feed text not null,
    source_key text not null,
    attribute text not null,
    value jsonb,
    sealed bytea,
    observed_at timestamptz not null,
    primary key (wakeup_id, number)
);
call rights.keep_of_child('wakeup.item');
comment on table wakeup.item is 'The event list (事件清单) of a call: the values that the case needs, each with the record that it rests on.';
comment on column wakeup.item.source_key is 'As it stands in the tables: a token where the keys of the feed are sealed.';
comment on column wakeup.item.value is 'Null for an attribute of class identifier.';
comment on column wakeup.item.sealed is 'Sealed: the value of an attribute of class identifier.';

create table wakeup.application (
    application_id text primary key,
    wakeup_id text not null references wakeup.wakeup,
    child_id text,
    template text not null,
    department text not null,
    urgent boolean not null,
    state text not null check (state in ('drafted', 'confirmed', 'sent', 'received', 'in_hand', 'asked_back', 'done', 'refused', 'overdue')),
    beneath text not null check (beneath in ('drafted', 'confirmed', 'sent', 'received', 'in_hand', 'asked_back', 'done', 'refused')),
    deadline date not null,
    body bytea,
    missing text[] not null default '{}',
    confirmed_by text,
    attempts integer not null default 0,
    next_at timestamptz not null,
    sent_at timestamptz,
    receipt text,
    ended_at timestamptz,
    overdue_on date,
    escalated_to text,
    attention text,
    message text
);
create index application_wakeup on wakeup.application (wakeup_id);
create index application_child on wakeup.application (child_id);
create index application_open on wakeup.application (next_at) where ended_at is null;
call rights.keep_of_child('wakeup.application');
comment on table wakeup.application is 'What is asked of one department because of a call. The rows that are confirmed and not sent are the outbox.';
comment on column wakeup.application.application_id is 'Follows from the call and the template, and is the idempotency key: the department counts it once.';
comment on column wakeup.application.template is 'The file connectors/outbound/TEMPLATE.yaml.';
comment on column wakeup.application.beneath is 'The state but for its being overdue.';
comment on column wakeup.application.body is 'Sealed: the JSON that is sent.';
comment on column wakeup.application.missing is 'Fields that the department needs and the event list lacks.';
comment on column wakeup.application.next_at is 'When it is sent, or asked about, next.';
comment on column wakeup.application.attention is 'Why it needs a person; null where it does not.';

create table wakeup.application_event (
    application_id text not null references wakeup.application,
    number integer not null,
    wakeup_id text not null,
    child_id text,
    at timestamptz not null,
    state text not null,
    actor text not null,
    code text,
    said bytea,
    primary key (application_id, number)
);
call rights.keep_of_child('wakeup.application_event');
comment on table wakeup.application_event is 'Everything that happened to an application, in order; never changed.';
comment on column wakeup.application_event.actor is 'Who made it happen: a person, the department, or childfile.';
comment on column wakeup.application_event.code is 'What went wrong, or whom it was escalated to.';
comment on column wakeup.application_event.said is 'Sealed: what the department wrote.';

-- Who is shown what: rows of children that the caller sees, for the purposes that calls serve; what a call is about and what was
-- said in it to who sees the class family of that child.
create function wakeup.shown() returns boolean language sql stable parallel restricted
return coalesce(rights.purpose() in ('wake-up', 'care', 'review', 'operations', 'subject-rights'), false);
comment on function wakeup.shown is 'Whether the caller''s purpose is one that calls for help serve.';
alter function wakeup.shown() owner to childfile_owner;

create view mart.wakeup with (security_barrier) as
select w.wakeup_id, w.child_id, w.pairing_id,
       case when o.family then w.kind end as kind, w.origin, w.at, w.day, w.state, w.ended_at,
       case when o.family then w.caller end as caller,
       case when o.family then w.said end as words_sealed,
       (select count(*) from wakeup.item i where i.wakeup_id = w.wakeup_id) as items,
       (select count(*) from wakeup.application a where a.wakeup_id = w.wakeup_id) as applications,
       (select count(*) from wakeup.application a where a.wakeup_id = w.wakeup_id and a.state = 'overdue') as overdue,
       (select count(*) from wakeup.application a
        where a.wakeup_id = w.wakeup_id and a.attention is not null) + (w.child_id is null)::integer as attention
from wakeup.wakeup w
left join versions.child_version v on v.person_id = w.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select (select rights.sees('family')) and coalesce((select rights.minors()) or v.birth_date <= s.born_by, false) as family) o
where (select wakeup.shown());
comment on view mart.wakeup is '一键唤醒。A row a caring mother''s call for help, for the purposes wake-up, care, review, operations and subject-rights.';
comment on column mart.wakeup.wakeup_id is '唤醒编号：W and a UUID';
comment on column mart.wakeup.child_id is '儿童编号：C and a UUIDv7; null as long as nobody knows which child it is about';
comment on column mart.wakeup.pairing_id is '结对编号：the pairing in which it was called';
comment on column mart.wakeup.kind is '类别：ILLNESS, SCHOOLING, HARDSHIP, INSURANCE or ABUSE; for who sees the class family';
comment on column mart.wakeup.origin is '来源：api, cli or feed';
comment on column mart.wakeup.at is '呼叫时间：when it was called';
comment on column mart.wakeup.day is '受理日期：the day on which the program took it; deadlines count from it';
comment on column mart.wakeup.state is '状态：open, done (every application has ended) or closed (by a person)';
comment on column mart.wakeup.ended_at is '结束时间：when it was done or closed';
comment on column mart.wakeup.caller is '呼叫人：who called; for who sees the class family';
comment on column mart.wakeup.words_sealed is '密文：the words, sealed; only the program''s doors hold the keys; for who sees the class family';
comment on column mart.wakeup.items is '清单条数：rows of its event list';
comment on column mart.wakeup.applications is '申请数：its applications';
comment on column mart.wakeup.overdue is '超期数：its applications that are overdue';
comment on column mart.wakeup.attention is '待处理数：its applications that need a person, and one where the child is unknown';
call rights.publish('mart.wakeup');

create view mart.wakeup_item with (security_barrier) as
select i.wakeup_id, i.number, i.child_id, i.feed, case when o.see ? 'id_number' then i.source_key end as source_key, i.attribute,
       i.value, i.sealed as value_sealed, i.observed_at
from wakeup.item i
left join versions.child_version v on v.person_id = i.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select wakeup.shown()) and o.see ? i.attribute and (o.see ? 'father_state' or i.feed <> 'political-legal');
comment on view mart.wakeup_item is '事件清单。The values that a call needs, each with the record that it rests on; those of the attributes that the caller sees.';
comment on column mart.wakeup_item.wakeup_id is '唤醒编号：the call';
comment on column mart.wakeup_item.number is '序号：place in the list';
comment on column mart.wakeup_item.child_id is '儿童编号：the child';
comment on column mart.wakeup_item.feed is '数据源：feed of the record';
comment on column mart.wakeup_item.source_key is '源记录：key of the record; for who sees identifiers';
comment on column mart.wakeup_item.attribute is '字段：attribute';
comment on column mart.wakeup_item.value is '值：its value; null for one of class identifier, which lies sealed';
comment on column mart.wakeup_item.value_sealed is '密文：a value of class identifier, sealed; only the program''s doors hold the keys';
comment on column mart.wakeup_item.observed_at is '更新时间：the record''s own update stamp';
call rights.publish('mart.wakeup_item');

create view mart.application with (security_barrier) as
select a.application_id, a.wakeup_id, a.child_id, a.template, a.department, a.urgent, a.state, a.beneath, a.deadline, a.sent_at,
       a.receipt, a.ended_at, a.overdue_on, a.escalated_to, a.confirmed_by, a.missing, a.attempts, a.attention, a.message
from wakeup.application a
left join versions.child_version v on v.person_id = a.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
where (select wakeup.shown()) and (select rights.sees('family')) and coalesce((select rights.minors()) or v.birth_date <= s.born_by, false);
comment on view mart.application is '申请。What is asked of each department because of a call; for who sees the class family, because the department tells what the call is about.';
comment on column mart.application.application_id is '申请编号：A and a UUID; the idempotency key by which the department counts it once';
comment on column mart.application.wakeup_id is '唤醒编号：the call';
comment on column mart.application.child_id is '儿童编号：the child';
comment on column mart.application.template is '模板：the file connectors/outbound/TEMPLATE.yaml';
comment on column mart.application.department is '部门：whom it goes to';
comment on column mart.application.urgent is '强制报告：whether it goes by the mandatory-reporting route';
comment on column mart.application.state is '状态：drafted, confirmed, sent, received, in_hand, asked_back, done, refused or overdue';
comment on column mart.application.beneath is '部门状态：the state but for its being overdue';
comment on column mart.application.deadline is '期限：the last day on which it may end without being overdue';
comment on column mart.application.sent_at is '发送时间：when the department had it';
comment on column mart.application.receipt is '回执号：the department''s number for it';
comment on column mart.application.ended_at is '办结时间：when it was done or refused';
comment on column mart.application.overdue_on is '超期日期：the day on which it was found overdue';
comment on column mart.application.escalated_to is '上报：whom it was escalated to';
comment on column mart.application.confirmed_by is '确认人：who confirmed it; childfile where the template asks for nobody';
comment on column mart.application.missing is '缺少字段：fields that the department needs and the event list lacks';
comment on column mart.application.attempts is '尝试次数：failed attempts since it last went well';
comment on column mart.application.attention is '待处理原因：why it needs a person';
comment on column mart.application.message is '说明：what went wrong, without personal data';
call rights.publish('mart.application');

create view mart.application_event with (security_barrier) as
select e.application_id, e.number, e.wakeup_id, e.child_id, e.at, e.state, e.actor, e.code, e.said as said_sealed
from wakeup.application_event e
left join versions.child_version v on v.person_id = e.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
where (select wakeup.shown()) and (select rights.sees('family')) and coalesce((select rights.minors()) or v.birth_date <= s.born_by, false);
comment on view mart.application_event is '申请经过。Everything that happened to an application, in order; for who sees the class family.';
comment on column mart.application_event.application_id is '申请编号：the application';
comment on column mart.application_event.number is '序号：place in its history';
comment on column mart.application_event.wakeup_id is '唤醒编号：the call';
comment on column mart.application_event.child_id is '儿童编号：the child';
comment on column mart.application_event.at is '时间：when it happened';
comment on column mart.application_event.state is '状态：its state from then on';
comment on column mart.application_event.actor is '经手：a person, the department, or childfile';
comment on column mart.application_event.code is '代码：what went wrong, or whom it was escalated to';
comment on column mart.application_event.said_sealed is '密文：what the department wrote, sealed; only the program''s doors hold the keys';
call rights.publish('mart.application_event');

create view mart.child_help with (security_barrier) as
select w.child_id, w.wakeup_id, w.kind, w.at as called_at, a.department, a.state, a.deadline, a.sent_at, a.ended_at
from mart.wakeup w
join mart.application a using (wakeup_id)
where not a.urgent or a.department <> 'womens-federation';
comment on view mart.child_help is '求助结果。What was asked for a child and what came of it: a row a call and department.';
comment on column mart.child_help.child_id is '儿童编号：the child';
comment on column mart.child_help.wakeup_id is '唤醒编号：the call';
comment on column mart.child_help.kind is '类别：what it was about; for who sees the class family';
comment on column mart.child_help.called_at is '呼叫时间：when it was called';
comment on column mart.child_help.department is '部门：whom it went to';
comment on column mart.child_help.state is '状态：how the application stands';
comment on column mart.child_help.deadline is '期限：the last day on which it may end without being overdue';
comment on column mart.child_help.sent_at is '发送时间：when the department had it';
comment on column mart.child_help.ended_at is '办结时间：when it was done or refused';
call rights.publish('mart.child_help');
