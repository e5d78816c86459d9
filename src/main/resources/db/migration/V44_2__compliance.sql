-- Breaches of personal information and impact assessments. Rows are added and kept; none is changed or deleted.
create schema compliance;
alter schema compliance owner to childfile_owner;
grant usage on schema compliance to childfile_writer, childfile_views;

create table compliance.matter (
    matter_id text primary key,
    sort text not null check (sort in ('breach', 'assessment')),
    kind text not null,
    title text not null,
    noticed_at timestamptz not null,
    opened_at timestamptz not null
);
comment on table compliance.matter is 'A breach (B…) or an impact assessment (P…). Kept at least three years after it was closed: nothing deletes it.';

create table compliance.entry (
    matter_id text not null references compliance.matter,
    number integer not null,
    at timestamptz not null,
    actor text not null,
    act text not null check (act in ('open', 'note', 'close')),
    step text,
    step_number integer,
    under_14 integer check (under_14 >= 0),
    others integer check (others >= 0),
    risk text check (risk in ('low', 'medium', 'high')),
    said bytea not null,
    primary key (matter_id, number)
);
comment on table compliance.entry is 'Everything that was said of a matter, in order, with who said it and when.';
comment on column compliance.entry.said is 'Sealed: {"what", "data", "harm", "measures", "scope", "reason"}.';

create table compliance.step (
    matter_id text not null references compliance.matter,
    step text not null,
    number integer not null,
    due_at timestamptz not null,
    primary key (matter_id, step, number)
);
comment on table compliance.step is 'What must be done about a matter, and by when; an entry that names it says that it was done.';

create table compliance.pack (
    year integer not null,
    made_at timestamptz not null,
    actor text not null
);
comment on table compliance.pack is 'When the yearly report on the protection of minors'' data was made, for which year.';

do $$
declare
    kept text;
begin
    foreach kept in array array['matter', 'entry', 'step', 'pack'] loop
        execute format('call rights.keep(%L::regclass)', 'compliance.' || kept);
        execute format('create policy published on compliance.%I for select to childfile_views using (
            (select rights.purpose()) = ''audit''
            or (select rights.purpose()) = ''operations'' and (select rights.everywhere()))', kept);
        execute format('revoke delete, truncate on compliance.%I from childfile_writer', kept);
    end loop;
end $$;

-- What was said may be sealed anew under another key; nothing else of a row ever changes.
create function compliance.keep_rows() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'UPDATE' and tg_table_name = 'entry' and to_jsonb(new) - 'said' = to_jsonb(old) - 'said' then
        return new;
    end if;
    raise exception 'what was said of breaches and assessments is never changed or deleted: add to it';
end $$;
alter function compliance.keep_rows() owner to childfile_owner;
create trigger keep_rows before update or delete on compliance.matter for each row execute function compliance.keep_rows();
create trigger keep_rows before update or delete on compliance.entry for each row execute function compliance.keep_rows();
create trigger keep_rows before update or delete on compliance.step for each row execute function compliance.keep_rows();
create trigger keep_rows before update or delete on compliance.pack for each row execute function compliance.keep_rows();

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
call rights.publish('ops.breach');
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
call rights.publish('ops.compliance_step');
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
call rights.publish('ops.impact_assessment');
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
call rights.publish('ops.audit_pack');
comment on view ops.audit_pack is '年度合规报告。When the yearly report on the protection of minors'' data was made. For audit, and for operations of the whole city.';
comment on column ops.audit_pack.year is '年份：of which year';
comment on column ops.audit_pack.made_at is '生成时间：when it was made';
comment on column ops.audit_pack.actor is '生成人：by whom';
