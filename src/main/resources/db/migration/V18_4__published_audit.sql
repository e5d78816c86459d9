-- The published views of the access log and of the subject's rights, and who may read and write what lies under them.
create view ops.access with (security_barrier) as
select a.seq, a.at, a.subject, a.role, a.purpose, a.door, a.action, a.person_id, a.attributes, a.detail,
       encode(a.hash, 'hex') as hash
from audit.access a
where (select rights.purpose()) = 'audit'
   or (select rights.purpose()) in ('operations', 'subject-rights') and (select rights.everywhere());
comment on view ops.access is '访问日志。Who read which person, which attributes, for what purpose, when, through which door. For audit, and for operations and subject-rights of the whole city.';
comment on column ops.access.seq is '序号：its place in the log, from 1 without a gap';
comment on column ops.access.at is '时间：when it was recorded, before the answer was given';
comment on column ops.access.subject is '访问者：the subject of a token, or the user of the operating system';
comment on column ops.access.role is '角色：in which role';
comment on column ops.access.purpose is '目的：for what purpose';
comment on column ops.access.door is '入口：api, console or cli';
comment on column ops.access.action is '操作：read, search, sql, export, correct, forget, disclose …';
comment on column ops.access.person_id is '人员编号：whom it concerned; null where it concerned no single person';
comment on column ops.access.attributes is '字段：names of the attributes that were shown, never values';
comment on column ops.access.detail is '说明：numbers and words that are no personal data; empty for none';
comment on column ops.access.hash is '散列：SHA-256 over the hash of the row before and this row; checked by childfile audit verify';

create view ops.correction with (security_barrier) as
select c.correction_id, coalesce(mart.current_id(c.person_id), c.person_id) as person_id, c.person_id as said_of, c.attribute,
       case when c.erased_at is not null then 'erased' when c.undone_at is not null then 'undone'
            when c.settled_at is not null then 'settled' else 'in force' end as state,
       c.since, c.actor, c.at, c.settled_at, c.settled_run, c.undone_at, c.undone_by
from subject.correction c
where (select rights.purpose()) = 'audit'
   or (select rights.purpose()) in ('operations', 'subject-rights') and (select rights.everywhere());
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

create view ops.erasure with (security_barrier) as
select e.erasure_id, e.person_id, e.reason, e.actor, e.at, e.refused, e.records, e.versions, e.kept
from subject.erasure e
where (select rights.purpose()) = 'audit'
   or (select rights.purpose()) in ('operations', 'subject-rights') and (select rights.everywhere());
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
where (select rights.purpose()) in ('operations', 'subject-rights') and (select rights.everywhere());
comment on view ops.age_clock is '年龄到点。Which children reached 14 (their data are sensitive no longer by age alone: Personal Information Protection Law, art. 28, 31), 16 (consent is to be asked of the child too: Civil Code, art. 18) and 18 (the file is archived, consent is to be asked anew). For operations and subject-rights of the whole city.';
comment on column ops.age_clock.child_id is '儿童编号：C and a UUIDv7';
comment on column ops.age_clock.age is '年龄：14, 16 or 18';
comment on column ops.age_clock.since is '起始日期：the day after the birthday';
comment on column ops.age_clock.run_id is '批次编号：the run that told so, the first that held the file after that day';
comment on column ops.age_clock.at is '记录时间：when it was recorded';
comment on column ops.age_clock.effect is '效果：what it means for the file';

-- An adult's file is archived: it is kept, and shown only to who works on it or to whom it is owed.
create policy archived on versions.child_version as restrictive for select to childfile_views using (
    (select rights.purpose()) in ('operations', 'review', 'subject-rights')
    or not exists (select from audit.age_event e where e.person_id = child_version.person_id and e.age = 18));

do $$
declare
    object record;
begin
    for object in
        select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('audit', 'subject') and c.relkind = 'r'
    loop
        execute format('alter table %I.%I owner to childfile_owner', object.nspname, object.relname);
    end loop;
    for object in
        select p.oid::regprocedure as name from pg_proc p
        where p.pronamespace in ('audit'::regnamespace, 'subject'::regnamespace)
    loop
        execute format('alter function %s owner to childfile_owner', object.name);
    end loop;
    for object in
        select c.relname from pg_class c
        where c.relnamespace = 'ops'::regnamespace
          and c.relname in ('access', 'correction', 'erasure', 'returned', 'age_clock')
    loop
        execute format('alter view ops.%I owner to childfile_views', object.relname);
        execute format('grant select on ops.%I to childfile_reader, childfile_api, childfile_writer', object.relname);
    end loop;
end $$;
alter schema audit owner to childfile_owner;
alter schema subject owner to childfile_owner;
alter function mart.current_id(text) owner to childfile_owner;
alter function linkage.keep_verdict() owner to childfile_owner;

grant usage on schema audit, subject to childfile_writer, childfile_views;
grant usage on schema audit to childfile_api;
grant select on audit.access, audit.age_event, subject.correction, subject.erasure, subject.returned to childfile_views;
-- The log is written through its function alone, also by the program.
grant select on audit.access, audit.head to childfile_writer;
grant execute on function audit.append(jsonb) to childfile_writer, childfile_api;
grant select, insert, update, delete on audit.age_event, audit.clock to childfile_writer;
grant select, insert, update on subject.correction to childfile_writer;
grant select, insert on subject.erasure, subject.tombstone, subject.returned to childfile_writer;
