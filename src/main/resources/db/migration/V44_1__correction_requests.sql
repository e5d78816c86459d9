-- Requests to the departments whose records were proved wrong.
create table subject.outranked (
    correction_id bigint not null references subject.correction,
    feed text not null,
    source_key text not null,
    primary key (correction_id, feed, source_key)
);
call rights.keep('subject.outranked');
comment on table subject.outranked is 'Which records say otherwise than a correction, as of when the person''s file was last written. Keys as they stand in the tables.';

create schema rectification;
alter schema rectification owner to childfile_owner;
grant usage on schema rectification to childfile_writer, childfile_views;

create table rectification.request (
    request_id text primary key,
    correction_id bigint not null references subject.correction,
    person_id text not null,
    feed text not null,
    source_key text not null,
    attribute text not null,
    department text not null,
    state text not null check (state in ('confirmed', 'sent', 'received', 'in_hand', 'asked_back', 'done', 'refused', 'overdue')),
    beneath text not null check (beneath in ('confirmed', 'sent', 'received', 'in_hand', 'asked_back', 'done', 'refused')),
    day date not null,
    deadline date not null,
    body bytea,
    attempts integer not null default 0,
    next_at timestamptz not null,
    sent_at timestamptz,
    receipt text,
    ended_at timestamptz,
    outcome text check (outcome in ('department', 'feed-agrees', 'withdrawn')),
    overdue_on date,
    attention text,
    message text,
    check ((ended_at is null) = (outcome is null))
);
create index request_correction on rectification.request (correction_id);
create index request_person on rectification.request (person_id);
create index request_open on rectification.request (next_at) where ended_at is null;
call rights.keep('rectification.request');
create policy published on rectification.request for select to childfile_views using (
    (select rights.purpose()) = 'audit'
    or (select rights.purpose()) in ('operations', 'subject-rights') and (select rights.everywhere()));
comment on table rectification.request is 'What a department is asked to correct in a record of its own, because a correction outranks it.';
comment on column rectification.request.body is 'Sealed: the JSON that is sent.';
comment on column rectification.request.outcome is 'How it ended: by the department''s word, because the feed came to say the same, or because the correction was taken back.';

create table rectification.request_event (
    request_id text not null references rectification.request,
    number integer not null,
    at timestamptz not null,
    state text not null,
    actor text not null,
    code text,
    said bytea,
    primary key (request_id, number)
);
call rights.keep('rectification.request_event');
comment on table rectification.request_event is 'Everything that happened to a request, in order; never changed.';
comment on column rectification.request_event.said is 'Sealed: what the department wrote.';

create view ops.correction_request with (security_barrier) as
select r.request_id, r.correction_id, coalesce(mart.current_id(r.person_id), r.person_id) as person_id, r.feed, r.attribute,
       r.department, r.state, r.day, r.deadline, r.sent_at, r.receipt, r.ended_at, r.outcome, r.overdue_on, r.attention
from rectification.request r;
call rights.publish('ops.correction_request');
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
