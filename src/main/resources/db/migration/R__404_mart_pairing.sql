-- ${definitions}

create view mart.pairing with (security_barrier) as
select p.pairing_id, p.child_id, p.volunteer_id, p.state, p.since, p.until,
       case when o.see ? 'kinds' or p.child_id is null then p.reasons end as reasons
from pairing.pairing p
cross join rights.sight('child') s
left join versions.child_version v on v.person_id = p.child_id and v.superseded_at is null and v.valid_to is null
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select rights.lists('pairings'));
comment on view mart.pairing is '结对。Each pairing of a caring mother and a child: what the women''s federation lists, and what the program proposed.';
comment on column mart.pairing.pairing_id is '结对编号：the federation''s number; CF and a number: proposed by the program';
comment on column mart.pairing.child_id is '儿童编号：C and a UUIDv7; null as long as nobody knows which child is meant';
comment on column mart.pairing.volunteer_id is '爱心妈妈编号：V and a UUIDv7; null as long as nobody knows who is meant';
comment on column mart.pairing.state is '状态：proposed, confirmed (agreed, and not listed by the federation yet), active, ended or rejected';
comment on column mart.pairing.since is '起始日期：the first day in force; of a proposal the day on which it was made';
comment on column mart.pairing.until is '结束日期：the last day in force; null: no end is known';
comment on column mart.pairing.reasons is '理由：why these two, or why it ended; shown where the kinds of difficulty are';

create view mart.supporter with (security_barrier) as
select p.pairing_id, p.number, p.role,
       case when o.see ? 'guardian_name' or p.child_id is null then p.name else rights.masked(p.name) end as name,
       case when o.see ? 'guardian_phone' or p.child_id is null then p.phone end as phone
from (select u.*, g.child_id from pairing.supporter u join pairing.pairing g using (pairing_id)) p
cross join rights.sight('child') s
left join versions.child_version v on v.person_id = p.child_id and v.superseded_at is null and v.valid_to is null
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select rights.lists('pairings'));
comment on view mart.supporter is '社会关爱力量。The supporters around a pairing, as the federation lists them: the N of 1 + 1 + N.';
comment on column mart.supporter.pairing_id is '结对编号：the pairing';
comment on column mart.supporter.number is '序号：its place in the list';
comment on column mart.supporter.role is '角色：teacher, doctor, police, procurator, enterprise or volunteer';
comment on column mart.supporter.name is '姓名：name; masked where families'' names are not shown';
comment on column mart.supporter.phone is '联系电话：phone, masked; shown where identifiers are';

-- Lists of the whole city, and who may be told of them, by rights.yaml.
create view mart.pairing_problem with (security_barrier) as
select p.pairing_id, p.problem, p.detail from pairing.problem p where (select rights.lists('pairings'));
comment on view mart.pairing_problem is '结对数据问题。What is wrong with a pairing as it is listed: somebody has to mend it where it was entered.';
comment on column mart.pairing_problem.pairing_id is '结对编号：the pairing';
comment on column mart.pairing_problem.problem is '问题代码：unknown-child, unknown-volunteer, two-children (the id number and the roster number mean two children), many-children (several files hold the id number), ended-before-begun, two-mothers (the child has another pairing in force) or over-capacity (the volunteer has more than she can take)';
comment on column mart.pairing_problem.detail is '详情：ids of those concerned';

create view mart.uncovered_child with (security_barrier) as
select u.child_id, u.reason, u.cause, case when o.see ? 'kinds' then u.urgency end as urgency,
       u.division collate "C" as division, u.pairing_id, u.former_id, u.since,
       r.zh as reason_zh, r.en as reason_en, r.mend_zh, r.mend_en, u.detail
from pairing.uncovered u
join pairing.reason r on r.code = u.reason
cross join rights.sight('child') s
left join versions.child_version v on v.person_id = u.child_id and v.superseded_at is null and v.valid_to is null
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select rights.lists('uncovered')) and case when o.see ? 'kinds' or o.see ? 'on_roster' and v.on_roster then true end;
comment on view mart.uncovered_child is '未结对儿童。Children who should have a caring mother and have none in post, and why: as of the last night or decision. Those of the roster to who sees it, hidden ones to who sees kinds of difficulty.';
comment on column mart.uncovered_child.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.uncovered_child.reason is '原因代码：proposal-waits, no-division, no-volunteer-in-district, no-capacity-in-district, only-unchecked, only-parties, only-barred or outranked';
comment on column mart.uncovered_child.cause is '由来：never-paired, left-post (the mother who is listed left), ended or unknown-volunteer';
comment on column mart.uncovered_child.urgency is '紧急类别：kind of urgency, of mappings/pairing.yaml; shown where the kinds of difficulty are';
comment on column mart.uncovered_child.division is '行政区划：where the child lives, or else is registered';
comment on column mart.uncovered_child.pairing_id is '推荐编号：the proposal that waits';
comment on column mart.uncovered_child.former_id is '原结对编号：the pairing that covers the child no longer';
comment on column mart.uncovered_child.since is '起始日期：the first night on which it was so';
comment on column mart.uncovered_child.reason_zh is '原因：the reason in Chinese';
comment on column mart.uncovered_child.reason_en is '原因（英文）：the reason in English';
comment on column mart.uncovered_child.mend_zh is '如何解决：what would mend it, in Chinese';
comment on column mart.uncovered_child.mend_en is '如何解决（英文）：what would mend it, in English';
comment on column mart.uncovered_child.detail is '数字：mothers in post, free places and children without, within reach';

create view mart.supporter_vacancy with (security_barrier) as
select p.pairing_id, w.role
from pairing.pairing p
cross join pairing.wanted_role w
where p.state in ('active', 'confirmed') and (select rights.lists('pairings'))
  and not exists (select from pairing.supporter s where s.pairing_id = p.pairing_id and s.role = w.role);
comment on view mart.supporter_vacancy is '社会关爱力量空缺。Which of the wanted supporters a pairing in force lacks (mappings/pairing.yaml).';
comment on column mart.supporter_vacancy.pairing_id is '结对编号：the pairing';
comment on column mart.supporter_vacancy.role is '角色：the role that nobody has';

create view mart.pairing_decision with (security_barrier) as
select d.decision_id, d.pairing_id, d.kind, d.child_id, d.volunteer_id, d.side, d.actor,
       case when d.side = 'program' or o.see ? 'guardian_name' then d.reason end as reason, d.day, d.at
from pairing.decision d
cross join rights.sight('child') s
left join versions.child_version v on v.person_id = d.child_id and v.superseded_at is null and v.valid_to is null
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where (select rights.lists('pairings'));
comment on view mart.pairing_decision is '结对决定。What was decided about each pairing, by whom and why; nothing of it is ever changed.';
comment on column mart.pairing_decision.decision_id is '决定编号：number';
comment on column mart.pairing_decision.pairing_id is '结对编号：the pairing';
comment on column mart.pairing_decision.kind is '决定：propose, withdraw (a proposal), take-over (by what the federation lists), add, confirm, reject, end, or keep and follow (when persons turned out to be others)';
comment on column mart.pairing_decision.child_id is '儿童编号：the child then';
comment on column mart.pairing_decision.volunteer_id is '爱心妈妈编号：the caring mother then';
comment on column mart.pairing_decision.side is '提出方：program, operator, mother or family';
comment on column mart.pairing_decision.actor is '经办人：who decided';
comment on column mart.pairing_decision.reason is '理由：why; shown where families'' names are';
comment on column mart.pairing_decision.day is '生效日期：the day from which it holds; of an end the last day in force';
comment on column mart.pairing_decision.at is '记录时间：when it was recorded';

-- The volunteers' e-archive: where she is listed, what she learned, whom she has and had, and what she can still take.
create view mart.volunteer_post with (security_barrier) as
select m.person_id as volunteer_id, case when s.see ? 'id_number' then r.source_key end as source_key,
       case when s.see ? 'organisation' then r.attributes ->> 'organisation' end as organisation,
       case when s.see ? 'post' then r.attributes ->> 'post' end as post,
       r.attributes ->> 'division' as division,
       not r.withdrawn as listed,
       case when s.see ? 'in_post' then not r.withdrawn and coalesce((r.attributes ->> 'in_post')::boolean, true) end as in_post,
       r.observed_at
from mapping.source_record r
join linkage.membership m using (record_id)
cross join rights.sight('volunteer') s
where r.population = 'volunteer' and s.see <> '[]'
  and exists (select from versions.volunteer_version v where v.person_id = m.person_id);
comment on view mart.volunteer_post is '爱心妈妈任职。Every organisation that lists a caring mother, with her post and division there.';
comment on column mart.volunteer_post.volunteer_id is '爱心妈妈编号：V and a UUIDv7';
comment on column mart.volunteer_post.source_key is '源记录键：her number in that list; shown where identifiers are';
comment on column mart.volunteer_post.organisation is '妇联组织：organisation';
comment on column mart.volunteer_post.post is '职务：post';
comment on column mart.volunteer_post.division is '行政区划：division';
comment on column mart.volunteer_post.listed is '在册：whether she still stands in the list';
comment on column mart.volunteer_post.in_post is '在岗：whether she is in post there';
comment on column mart.volunteer_post.observed_at is '更新时间：update stamp of the record';

create view mart.volunteer_training with (security_barrier) as
select v.person_id as volunteer_id, t.number,
       case when t.entry ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}[:：]' then left(t.entry, 10) end as held_on,
       case when t.entry ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}[:：]' then substr(t.entry, 12) else t.entry end as course
from versions.volunteer_version v
cross join rights.sight('volunteer') s
cross join lateral unnest(v.training) with ordinality t (entry, number)
where v.superseded_at is null and v.valid_to is null and s.see ? 'training';
comment on view mart.volunteer_training is '爱心妈妈培训记录。What a caring mother learned, a row a course.';
comment on column mart.volunteer_training.volunteer_id is '爱心妈妈编号：V and a UUIDv7';
comment on column mart.volunteer_training.number is '序号：its place in her list';
comment on column mart.volunteer_training.held_on is '日期：when, as it is written (yyyy-MM-dd); null where no date stands before the course';
comment on column mart.volunteer_training.course is '课程：the course';

create view mart.volunteer_load with (security_barrier) as
select v.person_id as volunteer_id, v.division collate "C" as division, v.in_post,
       coalesce(v.capacity, 1) as capacity, coalesce(p.paired, 0) as paired, coalesce(p.proposed, 0) as proposed,
       coalesce(p.past, 0) as past,
       case when v.in_post then greatest(coalesce(v.capacity, 1) - coalesce(p.paired, 0), 0) else 0 end as free,
       p.last_contact_at
from versions.volunteer_version v
cross join rights.sight('volunteer') s
left join pairing.load p on p.volunteer_id = v.person_id
where v.superseded_at is null and v.valid_to is null and s.see ? 'capacity' and s.see ? 'in_post';
comment on view mart.volunteer_load is '爱心妈妈结对负荷。How many children each caring mother can take, has, and could still take.';
comment on column mart.volunteer_load.volunteer_id is '爱心妈妈编号：V and a UUIDv7';
comment on column mart.volunteer_load.division is '行政区划：division';
comment on column mart.volunteer_load.in_post is '在岗：in post';
comment on column mart.volunteer_load.capacity is '可结对数：how many she can take; 1 where she does not say';
comment on column mart.volunteer_load.paired is '在结对数：how many she has';
comment on column mart.volunteer_load.proposed is '待确认数：proposals that wait';
comment on column mart.volunteer_load.past is '历史结对数：how many she had';
comment on column mart.volunteer_load.free is '空额：how many more she can take; 0 for one who is not in post';
comment on column mart.volunteer_load.last_contact_at is '最近关爱时间：when she last did one of the six ones';

-- A question may be about calls of which only some may be named. All are found out first (offset 0), whatever is asked of them.
create view mart.pairing_question with (security_barrier) as
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
comment on view mart.pairing_question is '结对归属待定。Pairings, duties and calls for help whose persons turned out to be one, or two: what becomes of them is for a person to say. Nothing changes until then.';
comment on column mart.pairing_question.question_id is '问题编号：number';
comment on column mart.pairing_question.kind is '类别：joined-child, joined-volunteer (two are one), split-child or split-volunteer (one is two)';
comment on column mart.pairing_question.persons is '人员编号：the one who lives on, and the other';
comment on column mart.pairing_question.pairings is '结对编号：the pairings in force that it is about';
comment on column mart.pairing_question.proposal is '建议：pairings to keep, to end, and to follow, by pairing with the person whom it would go over to; calls by call with the child for whom it would be made anew, the others stay';
comment on column mart.pairing_question.since is '起始日期：the day of the run that asked';
comment on column mart.pairing_question.calls is '呼叫编号：the open calls for help that it is about; those that the caller may be told of';
comment on column mart.pairing_question.duties is '未了职责：what is still owed in these pairings; it goes the way of its pairing';

create view mart.volunteer_check with (security_barrier) as
select v.person_id as volunteer_id, case when s.see ? 'name' then v.name when s.mask_name then rights.masked(v.name) end as name,
       v.division collate "C" as division, v.in_post, coalesce(p.paired, 0) as paired, k.checked_on,
       case when isfinite(k.good_until) then k.good_until end as good_until,
       case when k.good_until = 'infinity' then 'not-required' when k.checked_on is null then 'missing'
            when k.good_until <= k.day or k.checked_on > k.day then 'lapsed' else 'good' end as state
from versions.volunteer_version v
join pairing.volunteer_check k on k.volunteer_id = v.person_id
cross join rights.sight('volunteer') s
left join pairing.load p on p.volunteer_id = v.person_id
where v.superseded_at is null and v.valid_to is null
  and case when s.see ? 'background_check_on' and s.see ? 'in_post' then true end;
comment on view mart.volunteer_check is '爱心妈妈背景核查。When each caring mother was last checked for criminal records, and whether she may be paired anew.';
comment on column mart.volunteer_check.volunteer_id is '爱心妈妈编号：V and a UUIDv7';
comment on column mart.volunteer_check.name is '姓名：name';
comment on column mart.volunteer_check.division is '行政区划：division';
comment on column mart.volunteer_check.in_post is '在岗：whether she is in post';
comment on column mart.volunteer_check.paired is '在结对数：how many children she has';
comment on column mart.volunteer_check.checked_on is '背景核查日期：the day of her last check that any list or a person names';
comment on column mart.volunteer_check.good_until is '有效期至：from this day on it is too old; null where there is none, or none is asked for';
comment on column mart.volunteer_check.state is '状态：good, lapsed, missing or not-required, as of the last night';
