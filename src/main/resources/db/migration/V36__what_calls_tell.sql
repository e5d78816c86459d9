-- Of a call is shown what a care record would show: its kind, caller and applications to who sees the attribute problem, what was
-- said to who sees note. An app whose registration lists attributes sees no more than these.
create function wakeup.told(attribute text) returns boolean language sql stable parallel restricted
return coalesce((rights.sight('care')).see ? attribute, false);
comment on function wakeup.told is 'Whether the caller is shown an attribute of care records, of those who are 14 or older.';
alter function wakeup.told(text) owner to childfile_owner;

create or replace view mart.wakeup with (security_barrier) as
select w.wakeup_id, w.child_id, w.pairing_id,
       case when o.family then w.kind end as kind, w.origin, w.at, w.day, w.state, w.ended_at,
       case when o.family then w.caller end as caller,
       case when o.family and (select wakeup.told('note')) then w.said end as words_sealed,
       (select count(*) from wakeup.item i where i.wakeup_id = w.wakeup_id) as items,
       (select count(*) from wakeup.application a where a.wakeup_id = w.wakeup_id) as applications,
       (select count(*) from wakeup.application a where a.wakeup_id = w.wakeup_id and a.state = 'overdue') as overdue,
       (select count(*) from wakeup.application a
        where a.wakeup_id = w.wakeup_id and a.attention is not null) + (w.child_id is null)::integer as attention
from wakeup.wakeup w
left join versions.child_version v on v.person_id = w.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select (select wakeup.told('problem')) and coalesce((select rights.minors()) or v.birth_date <= s.born_by, false) as family) o
where (select wakeup.shown());

create or replace view mart.application with (security_barrier) as
select a.application_id, a.wakeup_id, a.child_id, a.template, a.department, a.urgent, a.state, a.beneath, a.deadline, a.sent_at,
       a.receipt, a.ended_at, a.overdue_on, a.escalated_to, a.confirmed_by, a.missing, a.attempts, a.attention, a.message
from wakeup.application a
left join versions.child_version v on v.person_id = a.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
where (select wakeup.shown()) and (select wakeup.told('problem')) and coalesce((select rights.minors()) or v.birth_date <= s.born_by, false);

create or replace view mart.application_event with (security_barrier) as
select e.application_id, e.number, e.wakeup_id, e.child_id, e.at, e.state, e.actor, e.code, case when (select wakeup.told('note')) then e.said end as said_sealed
from wakeup.application_event e
left join versions.child_version v on v.person_id = e.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
where (select wakeup.shown()) and (select wakeup.told('problem')) and coalesce((select rights.minors()) or v.birth_date <= s.born_by, false);
comment on column mart.wakeup.kind is '类别：ILLNESS, SCHOOLING, HARDSHIP, INSURANCE or ABUSE; for who sees the attribute problem';
comment on column mart.wakeup.caller is '呼叫人：who called; for who sees the attribute problem';
comment on column mart.wakeup.words_sealed is '密文：the words, sealed; only the program''s doors hold the keys; for who sees the attributes problem and note';
comment on column mart.application_event.said_sealed is '密文：what the department wrote, sealed; only the program''s doors hold the keys; for who sees the attribute note';
comment on view mart.application is '申请。What is asked of each department because of a call; for who sees the attribute problem, because the department tells what the call is about.';
comment on view mart.application_event is '申请经过。Everything that happened to an application, in order; for who sees the attribute problem.';
comment on column mart.child_help.kind is '类别：what it was about; for who sees the attribute problem';
