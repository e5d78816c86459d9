-- ${definitions}

-- The published views. Of a child under 14 only who may see such children learns how its duties stand.
create view mart.care_duty with (security_barrier) as
select d.pairing_id, d.kind, d.period_start, d.period_end,
       case when o.see ? 'at' then d.state end as state,
       case when o.see ? 'at' then d.done_at end as done_at
from care.duty d
join care.pair p on p.pairing_id = d.pairing_id
cross join rights.sight('care') s
cross join lateral (select case when p.birth_date <= s.born_by then s.see else s.young end as see) o;
comment on view mart.care_duty is '六个一台账。The six ones: a row an owed period of a pairing, over the last 400 days and the running periods, as the last night found it.';
comment on column mart.care_duty.pairing_id is '结对编号：the pairing';
comment on column mart.care_duty.kind is '类别：VISIT, TALK, GUARDIAN, TEACHER, ACTIVITY or FESTIVAL';
comment on column mart.care_duty.period_start is '周期首日：first day of the period';
comment on column mart.care_duty.period_end is '周期末日：last day of the period';
comment on column mart.care_duty.state is '状态：due, done, attempted (she was there, nobody at home), excused or overdue; null where it may not be seen';
comment on column mart.care_duty.done_at is '完成时间：when it was first done in the period';

create view mart.care_pair with (security_barrier) as
select x.pairing_id, x.child_id, x.volunteer_id, p.division collate "C" as division, p.since, p.until,
       case when o.see ? 'at' then p.last_contact end as last_contact,
       case when o.see ? 'at' then q.quiet end as silent_days,
       case when o.see ? 'at' then q.quiet >= l.silent_days end as silent,
       case when o.see ? 'at' then n.due end as due,
       case when o.see ? 'at' then n.overdue end as overdue,
       case when o.see ? 'at' then n.done end as done,
       case when o.see ? 'at' then n.behind end as behind,
       l.day
from care.pair p
join pairing.pairing x on x.pairing_id = p.pairing_id
cross join care.ledger l
cross join rights.sight('care') s
cross join lateral (select case when p.birth_date <= s.born_by then s.see else s.young end as see) o
cross join lateral (
    select l.day - greatest(p.since, (p.last_contact at time zone 'Asia/Shanghai')::date) as quiet) q
cross join lateral (
    select count(*) filter (where d.state = 'due') as due,
           count(*) filter (where d.state = 'overdue') as overdue,
           count(*) filter (where d.state = 'done') as done,
           count(distinct d.kind) filter (where d.state = 'overdue' and d.period_start > coalesce(d.met, '-infinity')) as behind
    from (select d.kind, d.state, d.period_start,
                 max(d.period_start) filter (where d.state not in ('due', 'overdue')) over (partition by d.kind) as met
          from care.duty d where d.pairing_id = p.pairing_id) d) n
where p.since <= l.day and (p.until is null or p.until >= l.day);
comment on view mart.care_pair is '结对关爱现状。How each pairing that is in force stands: its last contact, whether it is silent, and how many periods are due, overdue and done in mart.care_duty.';
comment on column mart.care_pair.pairing_id is '结对编号：the pairing';
comment on column mart.care_pair.child_id is '儿童编号：C and a UUIDv7; null if nobody knows which child is meant';
comment on column mart.care_pair.volunteer_id is '爱心妈妈编号：V and a UUIDv7; null if nobody knows who is meant';
comment on column mart.care_pair.division is '行政区划：where the child lives, else is registered, else where the caring mother is';
comment on column mart.care_pair.since is '开始日期：first day in force';
comment on column mart.care_pair.until is '结束日期：last day in force; null: no end is known';
comment on column mart.care_pair.last_contact is '最近联系：the last care record of any kind';
comment on column mart.care_pair.silent_days is '无联系天数：days since the last contact, or since the beginning without one';
comment on column mart.care_pair.silent is '失联：whether these are as many as the rules allow (mappings/care.yaml), or more';
comment on column mart.care_pair.due is '待办数：periods that are due';
comment on column mart.care_pair.overdue is '逾期数：periods that are overdue';
comment on column mart.care_pair.done is '完成数：periods that are done';
comment on column mart.care_pair.behind is '落后项数：kinds of which the last period that ended was neither done, attempted nor excused';
comment on column mart.care_pair.day is '业务日期：the day on which it stands so';

create view mart.care_digest with (security_barrier) as
select p.pairing_id, p.child_id,
       case when c.see ? 'name' then v.name when s.mask_name then rights.masked(v.name) end as child_name,
       p.volunteer_id,
       case when t.see ? 'name' then w.name when t.mask_name then rights.masked(w.name) end as volunteer_name,
       p.division, p.day, p.since, p.last_contact, p.silent_days, p.silent, p.behind,
       case when p.due is not null then n.due end as due,
       case when p.due is not null then n.missed end as missed
from mart.care_pair p
left join versions.child_version v on v.person_id = p.child_id and v.superseded_at is null and v.valid_to is null
left join versions.volunteer_version w on w.person_id = p.volunteer_id and w.superseded_at is null and w.valid_to is null
cross join rights.sight('child') s
cross join rights.sight('volunteer') t
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) c
cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'until', d.until) order by d.until, d.kind)
                        filter (where d.until is not null), '[]') as due,
           coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'periods', d.periods, 'last', d.last) order by d.last desc, d.kind)
                        filter (where d.periods > 0), '[]') as missed
    from (select d.kind, max(d.period_end) filter (where d.state = 'due') as until,
                 count(*) filter (where d.state = 'overdue' and d.period_start > coalesce(d.met, '-infinity')) as periods,
                 max(d.period_end) filter (where d.state = 'overdue') as last
          from (select d.kind, d.state, d.period_start, d.period_end,
                       max(d.period_start) filter (where d.state not in ('due', 'overdue')) over (partition by d.kind) as met
                from care.duty d where d.pairing_id = p.pairing_id) d
          group by d.kind) d) n;
comment on view mart.care_digest is '关爱督导摘要。What a caring mother and who supervises her are told of each pairing in force: what is due until when, what was missed, and whether the pair is silent.';
comment on column mart.care_digest.pairing_id is '结对编号：the pairing';
comment on column mart.care_digest.child_id is '儿童编号：C and a UUIDv7; null if nobody knows which child is meant';
comment on column mart.care_digest.child_name is '儿童姓名：the child''s name';
comment on column mart.care_digest.volunteer_id is '爱心妈妈编号：V and a UUIDv7; null if nobody knows who is meant';
comment on column mart.care_digest.volunteer_name is '爱心妈妈姓名：the caring mother''s name';
comment on column mart.care_digest.division is '行政区划：where the child lives, else is registered, else where the caring mother is';
comment on column mart.care_digest.day is '业务日期：the day on which it stands so';
comment on column mart.care_digest.since is '开始日期：first day in force';
comment on column mart.care_digest.last_contact is '最近联系：the last care record of any kind';
comment on column mart.care_digest.silent_days is '无联系天数：days since the last contact, or since the beginning without one';
comment on column mart.care_digest.silent is '失联：whether these are as many as the rules allow (mappings/care.yaml), or more';
comment on column mart.care_digest.behind is '落后项数：kinds of which the last period that ended was neither done, attempted nor excused';
comment on column mart.care_digest.due is '待办：a list of {kind, until}: what is due, until which day';
comment on column mart.care_digest.missed is '逾期：a list of {kind, periods, last}: what is overdue, how many periods in a row up to now, and the last day of the last one';

create view mart.care_mark with (security_barrier) as
select m.mark_id, m.pairing_id, m.kind, m.day, m.mark,
       case when o.see ? 'note' then m.reason end as reason, m.actor, m.at,
       u.at as undone_at, u.actor as undone_by, case when o.see ? 'note' then u.reason end as undo_reason
from care.mark m
left join care.pair p on p.pairing_id = m.pairing_id
left join care.mark_undone u on u.mark_id = m.mark_id
cross join rights.sight('care') s
cross join lateral (select case when p.birth_date <= s.born_by then s.see else s.young end as see) o;
comment on view mart.care_mark is '六个一标注。What persons said of single duties: attempted or excused; the undone marks too.';
comment on column mart.care_mark.mark_id is '标注编号：number';
comment on column mart.care_mark.pairing_id is '结对编号：the pairing';
comment on column mart.care_mark.kind is '类别：VISIT, TALK, GUARDIAN, TEACHER, ACTIVITY or FESTIVAL';
comment on column mart.care_mark.day is '日期：a day in the period that is meant';
comment on column mart.care_mark.mark is '标注：attempted or excused';
comment on column mart.care_mark.reason is '理由：why; shown where families are';
comment on column mart.care_mark.actor is '标注人：who said so';
comment on column mart.care_mark.at is '时间：when';
comment on column mart.care_mark.undone_at is '撤销时间：when it was undone; null: it holds';
comment on column mart.care_mark.undone_by is '撤销人：who undid it';
comment on column mart.care_mark.undo_reason is '撤销理由：why';

create view mart.care_problem with (security_barrier) as
select q.feed, q.source_key, q.pairing_id, q.kind, q.at, q.problem, q.since
from care.problem q
where (select rights.sight('care')).see ? 'at';
comment on view mart.care_problem is '关爱记录问题。Care records that fit no pairing in force. None is lost: one within an owed period counts, also on a day before the pairing began or after it ended.';
comment on column mart.care_problem.feed is '数据源：the feed';
comment on column mart.care_problem.source_key is '源记录键：its key there';
comment on column mart.care_problem.pairing_id is '结对编号：the pairing that it names';
comment on column mart.care_problem.kind is '类别：VISIT, TALK, GUARDIAN, TEACHER, ACTIVITY or FESTIVAL';
comment on column mart.care_problem.at is '时间：when it was done, as it says';
comment on column mart.care_problem.problem is '问题：UNKNOWN_PAIRING, NOT_IN_FORCE (proposed or rejected only), FUTURE (after the run''s day), BEFORE_START or AFTER_END';
comment on column mart.care_problem.since is '发现日期：the day of the run that found it';
