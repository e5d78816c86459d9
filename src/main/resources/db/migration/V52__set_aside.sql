-- Records and persons that a stage behind the mapping could not work on: one of them never stops a night.
create schema setaside;
alter schema setaside owner to childfile_owner;
grant usage on schema setaside to childfile_writer, childfile_views;

create table setaside.item (
    item_id bigint generated always as identity primary key,
    stage text not null,
    subject text not null,
    feed text,
    source_key text,
    field text not null,
    reason text not null,
    run_id text not null,
    since timestamptz not null default now(),
    resolved timestamptz
);
create unique index item_open on setaside.item (stage, subject) where resolved is null;
call rights.keep('setaside.item');
create policy published on setaside.item for select to childfile_views using (
    (select rights.purpose()) in ('operations', 'review') and (select rights.everywhere()));
comment on table setaside.item is 'What a stage could not work on, until it could again. What was in force of the record or person stays in force meanwhile.';

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
call rights.publish('ops.set_aside');

-- Mapping writes no JSON that cannot be read as text; a statement over all records must not end by one that has it all the same.
create function mapping.readable(attributes json) returns json language sql immutable parallel safe
return case when position('\u' in attributes::text) = 0 or pg_input_is_valid(attributes::text, 'jsonb') then attributes
            else '{}'::json end;
comment on function mapping.readable is 'The attributes of a record; none where they hold NUL or half of a surrogate pair.';
alter function mapping.readable(json) owner to childfile_owner;

-- A care record as the ledger reads it. What can be no contact has a flaw, and the field that it lies in; nothing of it is cast.
-- Inlined where it is called; "offset 0" keeps what costs something from being worked out once for each use.
create function care.reading(attributes json)
returns table (pairing_number text, kind text, at timestamptz, field text, flaw text)
language sql immutable parallel safe rows 1
begin atomic
    select a.pairing_number, a.kind, t.at,
           case when not j.readable then ''
                when a.pairing_number is null then 'pairing_number'
                when k.known is not true then 'kind'
                when t.at is null then 'at' end,
           case when not j.readable then 'FORBIDDEN_CHARACTER'
                when a.pairing_number is null or a.kind is null or a.at is null then 'MISSING_VALUE'
                when not k.known then 'BAD_CODE'
                when t.at is null then 'BAD_DATE' end
    from (select position('\u' in attributes::text) = 0 or pg_input_is_valid(attributes::text, 'jsonb') as readable offset 0) j
    cross join lateral json_to_record(case when j.readable then attributes else '{}' end)
        a (pairing_number text, kind text, at text)
    cross join lateral (
        select a.kind in ('VISIT', 'TALK', 'GUARDIAN', 'TEACHER', 'ACTIVITY', 'FESTIVAL') as known) k
    cross join lateral (
        select case when pg_input_is_valid(a.at, 'timestamptz') then a.at::timestamptz end as moment offset 0) m
    cross join lateral (
        select case when m.moment between timestamptz '1000-01-01 00:00+00' and timestamptz '9000-01-01 00:00+00'
                    then m.moment end as at) t;
end;
comment on function care.reading is 'A care record as the duties read it; flaw says why it can be no contact, field where.';
alter function care.reading(json) owner to childfile_owner;

revoke execute on function mapping.readable(json), care.reading(json) from public;
grant execute on function mapping.readable(json), care.reading(json) to childfile_writer;
