-- Who needs a caring mother, whom the program proposes, and what persons decided.
create view pairing.child_in_need as
select v.person_id as child_id, false as hidden, null::text as grade
from versions.child_version v
where v.superseded_at is null and v.valid_to is null and v.on_roster;
alter view pairing.child_in_need owner to childfile_owner;
grant select on pairing.child_in_need to childfile_writer;
comment on view pairing.child_in_need is 'Each child that should have a caring mother, of whatever age; hidden: not on the roster; grade: of risk.';

create table pairing.wanted_role (
    role text primary key
);
call rights.keep('pairing.wanted_role');
create policy published on pairing.wanted_role for select to childfile_views using (true);
comment on table pairing.wanted_role is 'Which supporters a pair should have. Read from mappings/pairing.yaml.';

create table pairing.decision (
    decision_id bigint generated always as identity primary key,
    pairing_id text not null,
    kind text not null check (kind in ('propose', 'withdraw', 'take-over', 'add', 'confirm', 'reject', 'end', 'keep', 'follow')),
    child_id text,
    volunteer_id text,
    side text not null check (side in ('program', 'operator', 'mother', 'family')),
    actor text not null,
    reason text,
    day date not null,
    at timestamptz not null default now()
);
create index decision_pairing on pairing.decision (pairing_id);
create index decision_child on pairing.decision (child_id) where kind = 'reject';
call rights.keep_of_child('pairing.decision');
revoke update, delete, truncate on pairing.decision from childfile_writer;
grant update (reason) on pairing.decision to childfile_writer;
comment on table pairing.decision is 'What was decided about pairings; a row is never changed, but its words go when a person is forgotten.';
comment on column pairing.decision.side is 'Who did not want it or decided: a rejection by the mother or the family bars the pair from then on, as does one by an operator.';
comment on column pairing.decision.day is 'The day from which it holds; of an end the last day in force.';

create table pairing.mark (
    person_id text not null,
    kind text not null check (kind in ('parent', 'household', 'phone')),
    mark bytea not null,
    primary key (person_id, kind, mark)
);
create index mark_mark on pairing.mark (mark);
call rights.keep('pairing.mark');
comment on table pairing.mark is 'Keyed indexes of what shows that two persons belong together: id numbers of parents and guardians, household numbers, phones.';

create table pairing.marked (
    person_id text primary key,
    version integer not null
);
call rights.keep('pairing.marked');
comment on table pairing.marked is 'The version of which a person''s marks were taken.';

create table pairing.reason (
    code text primary key,
    zh text not null,
    en text not null,
    mend_zh text not null,
    mend_en text not null
);
call rights.keep('pairing.reason');
create policy published on pairing.reason for select to childfile_views using (true);
insert into pairing.reason (code, zh, en, mend_zh, mend_en) values
    ('proposal-waits', '已有推荐，待人工确认', 'a proposal waits for a person', '确认或退回推荐', 'confirm or reject it'),
    ('no-division', '不知道儿童住在何处', 'nobody knows where the child lives', '补全居住地或户籍地区划', 'give the division of residence or registration'),
    ('no-volunteer-in-district', '本区县没有在岗爱心妈妈', 'no caring mother of the district is in post', '在本区县招募爱心妈妈', 'find caring mothers in the district'),
    ('no-capacity-in-district', '本区县爱心妈妈均已满额', 'every caring mother of the district has as many children as she can take', '招募爱心妈妈或增加可结对数', 'find caring mothers, or let some take more'),
    ('only-parties', '有空额者均为当事亲属', 'whoever is free is a party to the child''s own case', '招募与该家庭无关的爱心妈妈', 'find a caring mother outside the family'),
    ('only-barred', '有空额者均被婉拒或为当事亲属', 'whoever is free was refused, or is a party to the case', '招募新的爱心妈妈', 'find another caring mother'),
    ('outranked', '空额已给更紧急或更近的儿童', 'the free places went to children who need it more, or are nearer', '招募爱心妈妈或增加可结对数', 'find caring mothers, or let some take more');

create table pairing.uncovered (
    child_id text primary key,
    reason text not null references pairing.reason (code),
    cause text not null check (cause in ('never-paired', 'left-post', 'ended', 'unknown-volunteer')),
    urgency text not null,
    division text,
    pairing_id text,
    former_id text,
    detail jsonb not null default '{}',
    since date not null
);
call rights.keep_of_child('pairing.uncovered');

create view mart.uncovered_child with (security_barrier) as
select u.child_id, u.reason, u.cause, case when o.see ? 'kinds' then u.urgency end as urgency,
       u.division collate "C" as division, u.pairing_id, u.former_id, u.since,
       r.zh as reason_zh, r.en as reason_en, r.mend_zh, r.mend_en, u.detail
from pairing.uncovered u
join pairing.reason r on r.code = u.reason
cross join rights.sight('child') s
left join versions.child_version v on v.person_id = u.child_id and v.superseded_at is null and v.valid_to is null
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where s.see <> '[]';
call rights.publish('mart.uncovered_child');
comment on view mart.uncovered_child is '未结对儿童。Children who should have a caring mother and have none in post, and why: as of the last night or decision.';
comment on column mart.uncovered_child.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.uncovered_child.reason is '原因代码：proposal-waits, no-division, no-volunteer-in-district, no-capacity-in-district, only-parties, only-barred or outranked';
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
where p.state in ('active', 'confirmed') and (select rights.sight('child')).see <> '[]'
  and not exists (select from pairing.supporter s where s.pairing_id = p.pairing_id and s.role = w.role);
call rights.publish('mart.supporter_vacancy');
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
where s.see <> '[]';
call rights.publish('mart.pairing_decision');
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

create function pairing.lives_as(person text) returns text language sql stable as $$
    with recursive lives (person_id, retired_into) as (
        select p.person_id, p.retired_into from linkage.person p where p.person_id = person
        union all
        select p.person_id, p.retired_into from lives l join linkage.person p on p.person_id = l.retired_into
    )
    select coalesce((select l.person_id from lives l where l.retired_into is null), person)
$$;
alter function pairing.lives_as(text) owner to childfile_owner;
grant execute on function pairing.lives_as(text) to childfile_writer;
comment on function pairing.lives_as is 'The id under which a person lives on.';
