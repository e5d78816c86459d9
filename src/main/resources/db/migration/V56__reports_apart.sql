-- explain analyze tells how many rows an index brought that row security took away: with an index on the child alone, whether
-- there is a report of abuse about a child. Reports are a part of each index, and of each view, that is not even begun for
-- who may not see them. The policies stay: what they hide, they hide whatever stands in the column.
alter table wakeup.wakeup add column report boolean not null default true;
comment on column wakeup.wakeup.report is 'Whether it is a confidential report, by its kind: the database fills it in.';
do $$
declare
    kept text;
begin
    foreach kept in array array['item', 'application', 'application_event'] loop
        execute format('alter table wakeup.%I add column report boolean not null default true', kept);
        execute format('comment on column wakeup.%I.report is %L', kept,
            'Whether its call is a confidential report: the database fills it in.');
    end loop;
end $$;

create function wakeup.sort_reports() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if tg_table_name = 'wakeup' then
        new.report := rights.reports(new.kind);
    else
        select w.report into strict new.report from wakeup.wakeup w where w.wakeup_id = new.wakeup_id;
    end if;
    return new;
end $$;
create trigger sort_reports before insert on wakeup.wakeup for each row execute function wakeup.sort_reports();
create trigger sort_reports before insert on wakeup.item for each row execute function wakeup.sort_reports();
create trigger sort_reports before insert on wakeup.application for each row execute function wakeup.sort_reports();
create trigger sort_reports before insert on wakeup.application_event for each row execute function wakeup.sort_reports();

create procedure wakeup.resort_reports() language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update wakeup.wakeup w set report = not w.report where w.report <> rights.reports(w.kind);
    update wakeup.item t set report = w.report from wakeup.wakeup w where w.wakeup_id = t.wakeup_id and t.report <> w.report;
    update wakeup.application t set report = w.report
    from wakeup.wakeup w where w.wakeup_id = t.wakeup_id and t.report <> w.report;
    update wakeup.application_event t set report = w.report
    from wakeup.wakeup w where w.wakeup_id = t.wakeup_id and t.report <> w.report;
end $$;
create function wakeup.kinds_changed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    call wakeup.resort_reports();
    return null;
end $$;
create trigger kinds_changed after insert or update or delete on rights.name
    for each statement execute function wakeup.kinds_changed();
do $$
declare
    made regprocedure;
begin
    foreach made in array array['wakeup.sort_reports()', 'wakeup.resort_reports()', 'wakeup.kinds_changed()']::regprocedure[] loop
        execute format('alter routine %s owner to childfile_owner', made);
        execute format('revoke all on routine %s from public', made);
    end loop;
end $$;
grant execute on procedure wakeup.resort_reports() to childfile_writer;
call wakeup.resort_reports();

drop index wakeup.wakeup_child, wakeup.wakeup_open, wakeup.application_child;
create index wakeup_child on wakeup.wakeup (report, child_id);
create index wakeup_open on wakeup.wakeup (report, at) where state = 'open';
create index application_child on wakeup.application (report, child_id);

create function rights.sees_reports() returns boolean language sql stable parallel restricted
return rights.pipeline() or rights.sees('protection');
comment on function rights.sees_reports is 'Whether the caller may see confidential reports.';
create function rights.may_see(population text, attribute text) returns boolean language sql stable parallel restricted
begin atomic
    select coalesce(bool_or(s.see ? may_see.attribute or s.young ? may_see.attribute), false)
    from rights.sight(may_see.population) s;
end;
comment on function rights.may_see is 'Whether the caller may see an attribute of anybody at all.';
call rights.callable('rights.sees_reports()');
call rights.callable('rights.may_see(text,text)');

create or replace view mart.wakeup with (security_barrier) as
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

create or replace view mart.application with (security_barrier) as
select a.application_id, a.wakeup_id, a.child_id, a.template, a.department, a.urgent, a.state, a.beneath, a.deadline, a.sent_at,
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

create or replace view mart.wakeup_item with (security_barrier) as
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

create or replace view mart.application_event with (security_barrier) as
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

-- A question may be about calls of which only some may be named. All are found out first (offset 0), whatever is asked of them.
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
where q.resolved_at is null and (select rights.lists('pairings')) and (cardinality(q.pairings) > 0 or cardinality(c.calls) > 0)
offset 0;

-- The same of who looked at a report.
alter table audit.access add column report boolean not null default false;
comment on column audit.access.report is 'Whether it tells of a confidential report, by what was one when it was written; not bound by the chain.';
alter table audit.access disable trigger user;
update audit.access a set report = true
where a.purpose = any (rights.confidential())
   or a.action in ('call', 'wake-up', 'receipt') and a.detail = any (rights.confidential());
alter table audit.access enable trigger user;
alter table audit.access alter column report set default true;
drop index audit.access_person;
create index access_person on audit.access (report, person_id, seq);

create or replace function audit.append(expected bigint, expected_hash bytea, entries jsonb)
returns table (count bigint, hash bytea, key_id text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
    stands audit.head;
    added bigint := pg_catalog.jsonb_array_length(entries);
    confidential text[] := rights.confidential();
begin
    select h.* into stands from audit.head h for update;
    if added > 0 and stands.count = expected and stands.hash = expected_hash then
        insert into audit.access (seq, at, subject, role, purpose, door, action, person_id, attributes, detail, issuer, reason,
            key_id, previous_hash, hash, report)
        select expected + e.number, e.at, e.subject, e.role, e.purpose, e.door, e.action, e.person_id, e.attributes, e.detail,
               e.issuer, e.reason, e.key_id,
               coalesce(lag(decode(e.hash, 'hex')) over (order by e.number), expected_hash), decode(e.hash, 'hex'),
               coalesce(e.purpose = any (confidential)
                        or e.action in ('call', 'wake-up', 'receipt') and e.detail = any (confidential), true)
        from rows from (jsonb_to_recordset(entries) as (at timestamptz, subject text, role text, purpose text, door text,
            action text, person_id text, attributes text[], detail text, issuer text, reason text, key_id text, hash text))
            with ordinality as e (at, subject, role, purpose, door, action, person_id, attributes, detail, issuer, reason,
                key_id, hash, number);
        update audit.head h
        set count = expected + added, hash = decode(entries -> -1 ->> 'hash', 'hex'), key_id = entries -> -1 ->> 'key_id'
        where h.count = expected
        returning h.* into stands;
    end if;
    return query select stands.count, stands.hash, stands.key_id;
end $$;

create or replace view ops.access with (security_barrier) as
select a.seq, a.at, a.subject, a.role, a.purpose, a.door, a.action, a.person_id, a.attributes, a.detail,
       encode(a.hash, 'hex') as hash, a.issuer, a.reason, a.key_id
from (
    select c.* from audit.access c where not c.report
    union all
    select c.* from audit.access c where c.report and (select rights.sees_reports())
) a
where (select rights.lists('accesses'));

-- Who may be told of no child what its difficulty is finds none of these begun either.
create or replace view mart.child_kind with (security_barrier) as
select h.child_id, h.rule, digitalfile.shown(h.evidence, o.see) as evidence, h.since, coalesce(v.on_roster, false) as on_roster, h.rule_version
from digitalfile.hit h
join versions.child_version v on v.person_id = h.child_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select rights.may_see('child', 'kinds'))
  and h.part = 'kind' and h.superseded_at is null and digitalfile.grounded(h.grounds, o.see) and o.see ?& array['kinds', 'on_roster'];

create or replace view mart.hidden_child with (security_barrier) as
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

create or replace view mart.risk with (security_barrier) as
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

do $$
declare
    kept text;
begin
    foreach kept in array array['risk_change', 'hidden_change'] loop
        execute format('create policy named on digitalfile.%I as restrictive for select to childfile_views using (
            (select rights.may_see(''child'', ''kinds'')))', kept);
    end loop;
end $$;
