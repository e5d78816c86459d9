-- Reports of abuse are a class of their own: the kinds of calls that rights.yaml gives the class protection. Who does not see
-- that class finds no trace of one: the tables themselves show none to the views, whatever a view asks.
create function rights.names() returns jsonb language sql stable parallel restricted
return case when rights.remembered() then coalesce(nullif(current_setting('childfile.names', true), '')::jsonb, '[]')
            else (rights.sight('')).see end;
comment on function rights.names is 'What may be named to the caller beside persons: lists, counts, kinds of calls. A door has it worked out before it asks, so that what is not shown takes no longer than what is not there.';

create or replace function rights.ask(said text) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    claims jsonb;
begin
    perform set_config('childfile.asked', '', true), set_config('childfile.claims', said, true);
    claims := rights.granted();
    perform set_config('childfile.granted', coalesce(claims::text, ''), true),
            set_config('childfile.purpose_of', coalesce(claims ->> 'purpose', ''), true),
            set_config('childfile.everywhere', coalesce(claims ->> 'rows' = 'divisions' and claims -> 'divisions' ? ''
                                                        and claims -> 'classes' <> '[]'
                                                        and (claims ->> 'persons')::boolean, false)::text, true),
            set_config('childfile.names', ((rights.sight('')).see)::text, true),
            set_config('childfile.asked', said, true);
end $$;

create or replace function rights.lists(list text) returns boolean language sql stable parallel restricted
begin atomic
    select rights.pipeline()
        or coalesce(x.see ? ('list:' || list)
            or x.see ? ('city-list:' || list) and (rights.everywhere() or rights.claims() ->> 'rows' = 'none'), false)
    from (select rights.names() as see offset 0) x;
end;

create function rights.confidential() returns text[] language sql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp as $$
    select array(
        select n.name from rights.name n where n.kind = 'call' and n.class = 'protection'
        union
        select rp.purpose from rights.role_purpose rp where 'protection' = any (rp.classes))
$$;
comment on function rights.confidential is 'Kinds of calls and purposes that are of the class protection.';

create function rights.reports(kind text) returns boolean language sql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp as $$
    select not exists (
        select from rights.name n where n.kind = 'call' and n.name = reports.kind and n.class is distinct from 'protection')
$$;
comment on function rights.reports is 'Whether calls of a kind are confidential reports; so is one of which rights.yaml says nothing.';

do $$
declare
    made regprocedure;
begin
    foreach made in array array['rights.names()', 'rights.confidential()', 'rights.reports(text)']::regprocedure[] loop
        execute format('alter function %s owner to childfile_owner', made);
        execute format('revoke all on function %s from public', made);
        execute format('grant execute on function %s to childfile_writer, childfile_views, childfile_reader, childfile_api', made);
    end loop;
end $$;

create policy confidential on wakeup.wakeup as restrictive for select to childfile_views using (
    (select rights.pipeline()) or (select rights.names()) ? ('call:' || kind));
do $$
declare
    kept text;
begin
    foreach kept in array array['item', 'application', 'application_event'] loop
        execute format('create policy confidential on wakeup.%I as restrictive for select to childfile_views using (
            exists (select from wakeup.wakeup w where w.wakeup_id = %1$I.wakeup_id))', kept);
    end loop;
end $$;

create or replace function wakeup.shown() returns boolean language sql stable parallel restricted
return rights.lists('calls');
comment on function wakeup.shown is 'Whether the caller may be told of calls for help.';

create or replace view mart.wakeup with (security_barrier) as
select w.wakeup_id, w.child_id, w.pairing_id, w.kind, w.origin, w.at, w.day, w.state, w.ended_at, w.caller,
       case when o.see ? 'note' then w.said end as words_sealed,
       (select count(*) from wakeup.item i where i.wakeup_id = w.wakeup_id) as items,
       (select count(*) from wakeup.application a where a.wakeup_id = w.wakeup_id) as applications,
       (select count(*) from wakeup.application a where a.wakeup_id = w.wakeup_id and a.state = 'overdue') as overdue,
       (select count(*) from wakeup.application a
        where a.wakeup_id = w.wakeup_id and a.attention is not null)
           + (w.child_id is null and w.state <> 'closed')::integer as attention
from wakeup.wakeup w
left join versions.child_version v on v.person_id = w.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('care') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select wakeup.shown()) and case when o.see ? 'problem' then true end;

create or replace view mart.wakeup_item with (security_barrier) as
select i.wakeup_id, i.number, i.child_id, i.feed, case when o.see ? 'id_number' then i.source_key end as source_key, i.attribute,
       i.value, i.sealed as value_sealed, i.observed_at
from wakeup.item i
left join versions.child_version v on v.person_id = i.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
cross join rights.sight('care') t
cross join lateral (select case when v.birth_date <= t.born_by then t.see else t.young end as see) c
where (select wakeup.shown()) and case when c.see ? 'problem' and o.see ? i.attribute then o.see ? '*' or o.see ? ('feed:' || i.feed) end;

create or replace view mart.application with (security_barrier) as
select a.application_id, a.wakeup_id, a.child_id, a.template, a.department, a.urgent, a.state, a.beneath, a.deadline, a.sent_at,
       a.receipt, a.ended_at, a.overdue_on, a.escalated_to, a.confirmed_by, a.missing, a.attempts, a.attention, a.message
from wakeup.application a
left join versions.child_version v on v.person_id = a.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('care') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select wakeup.shown()) and case when o.see ? 'problem' then true end;

create or replace view mart.application_event with (security_barrier) as
select e.application_id, e.number, e.wakeup_id, e.child_id, e.at, e.state, e.actor, e.code,
       case when o.see ? 'note' then e.said end as said_sealed
from wakeup.application_event e
left join versions.child_version v on v.person_id = e.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('care') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select wakeup.shown()) and case when o.see ? 'problem' then true end;

-- The receipt: that a call was taken, and nothing else of it, for whoever called through a door.
create view wakeup.receipt as
select w.wakeup_id, w.origin, w.caller, w.at, w.day from wakeup.wakeup w;
alter view wakeup.receipt owner to childfile_owner;
grant select on wakeup.receipt to childfile_views, childfile_writer;
comment on view wakeup.receipt is 'Of every call that it was taken, and from whom.';

create view mart.wakeup_receipt with (security_barrier) as
select r.wakeup_id, r.at, r.day
from wakeup.receipt r
where r.origin = 'api' and r.caller = (select rights.claims() ->> 'subject');
call rights.publish('mart.wakeup_receipt');
comment on view mart.wakeup_receipt is '求助回执。That a call for help was taken, for whoever made it under the same subject; a report of abuse shows no more than this to who made it.';
comment on column mart.wakeup_receipt.wakeup_id is '唤醒编号：the call';
comment on column mart.wakeup_receipt.at is '呼叫时间：when it was called';
comment on column mart.wakeup_receipt.day is '受理日期：the day on which the program took it';

create or replace view mart.pairing_question with (security_barrier) as
select q.question_id, q.kind, q.persons, q.pairings,
       case when q.proposal ? 'calls' then q.proposal - 'calls' || coalesce(
           (select jsonb_build_object('calls', jsonb_object_agg(e.key, e.value))
            from jsonb_each(q.proposal -> 'calls') e where e.key = any (c.calls) having count(*) > 0), '{}')
            else q.proposal end as proposal,
       q.since, c.calls,
       (select coalesce(jsonb_agg(jsonb_build_object(
                   'pairing', d.pairing_id, 'kind', d.kind, 'period_start', d.period_start, 'period_end', d.period_end,
                   'state', d.state) order by d.pairing_id, d.kind, d.period_start), '[]')
        from care.duty d
        where d.pairing_id = any (q.pairings) and d.state in ('due', 'attempted', 'overdue')
          and d.period_end >= q.since) as duties
from pairing.question q
cross join lateral (
    select array(select x from unnest(q.calls) x
                 where (select wakeup.shown()) and exists (select from wakeup.wakeup w where w.wakeup_id = x)) as calls) c
where q.resolved_at is null and (select rights.lists('pairings')) and (cardinality(q.pairings) > 0 or cardinality(c.calls) > 0);
comment on column mart.pairing_question.calls is '呼叫编号：the open calls for help that it is about; those that the caller may be told of';

-- A refusal to forget because a report is open tells of it.
create or replace view ops.erasure with (security_barrier) as
select e.erasure_id, e.person_id, e.reason, e.actor, e.at, e.refused, e.records, e.versions,
       case when (select rights.sees('protection')) then e.kept
            else (select coalesce(jsonb_agg(k order by n), '[]')
                  from jsonb_array_elements(e.kept) with ordinality x (k, n) where k ->> 'what' <> 'reports') end as kept
from subject.erasure e
where (select rights.lists('erasures')) and (not e.refused or (select rights.sees('protection')));

-- Who works on a report, and who made one, is told to those alone who may see reports.
alter table audit.access enable row level security;
do $$
begin
    if not exists (select from pg_policies where schemaname = 'audit' and tablename = 'access' and policyname = 'pipeline') then
        create policy pipeline on audit.access to childfile_writer using (true) with check (true);
        create policy published on audit.access for select to childfile_views using ((select rights.claims()) is not null);
    end if;
end $$;
create policy confidential on audit.access as restrictive for select to childfile_views using (
    (select rights.sees('protection'))
    or not (purpose = any ((select rights.confidential())::text[])
            or action in ('call', 'wake-up', 'receipt') and detail = any ((select rights.confidential())::text[])));
create policy listed on audit.access as restrictive for select to childfile_views using ((select rights.lists('accesses')));
create or replace view ops.access with (security_barrier) as
select a.seq, a.at, a.subject, a.role, a.purpose, a.door, a.action, a.person_id, a.attributes, a.detail,
       encode(a.hash, 'hex') as hash
from audit.access a
where (select rights.lists('accesses'));
comment on view ops.access is '访问日志。Who read which person, which attributes, for what purpose, when, through which door. For audit, and for operations and subject-rights of the whole city; what concerns reports of abuse for those alone who may see them.';
comment on column ops.access.seq is '序号：its place in the log, from 1; without a gap to who sees all of it';

comment on view mart.wakeup is '一键唤醒。A row a caring mother''s call for help, of the kinds that may be named to the caller: reports of abuse (ABUSE) to who has the purpose protection. For who sees the attribute problem of care records.';
comment on column mart.wakeup.kind is '类别：ILLNESS, SCHOOLING, HARDSHIP, INSURANCE or ABUSE';
comment on column mart.wakeup.caller is '呼叫人：who called';
comment on column mart.wakeup.words_sealed is '密文：the words, sealed; only the program''s doors hold the keys; for who sees the attribute note';
comment on view mart.wakeup_item is '事件清单。The values that a call needs, each with the record that it rests on; those of the attributes and feeds that the caller sees, of the calls that the caller is told of.';

-- Calls are counted where they are kept: reports by themselves.
create or replace view coverage.open_wakeup as
select w.child_id, rights.reports(w.kind) as report from wakeup.wakeup w where w.state = 'open' and w.child_id is not null;
alter table coverage.division add column reports integer not null default 0;
comment on column coverage.division.reports is 'Reports of abuse that are open; not in wakeups.';
