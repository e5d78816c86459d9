-- What the women's federation lists as pairings, and whom its numbers mean.
create table pairing.listing (
    pairing_id text primary key,
    record_id bigint not null unique,
    volunteer_key text,
    roster_key text,
    person_key text,
    id_number_index bytea,
    started_on date,
    ended_on date,
    end_reason text,
    listed_on date not null,
    withdrawn_on date,
    renamed boolean not null default true
);
call rights.keep('pairing.listing');
comment on table pairing.listing is 'Each pairing as the federation lists it: the keys by which it names its volunteer and its child, as they stand in the tables.';
comment on column pairing.listing.person_key is 'The child''s key in the household register: a token of the id number.';
comment on column pairing.listing.id_number_index is 'A keyed index of the child''s id number.';
comment on column pairing.listing.listed_on is 'The day of the run that first saw it.';
comment on column pairing.listing.withdrawn_on is 'The day of the run in which it was no longer listed.';
comment on column pairing.listing.renamed is 'Whether the federation named other persons than before, since they were last looked up.';

create table pairing.supporter (
    pairing_id text not null,
    number integer not null,
    role text not null,
    name text,
    phone text,
    primary key (pairing_id, number)
);
call rights.keep('pairing.supporter');
create policy published on pairing.supporter for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from pairing.pairing p where p.pairing_id = supporter.pairing_id));
comment on column pairing.supporter.phone is 'Masked; whole in the sealed box of the source record.';

create table pairing.problem (
    pairing_id text not null,
    problem text not null,
    detail text not null default '',
    primary key (pairing_id, problem)
);
call rights.keep('pairing.problem');
create policy published on pairing.problem for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from pairing.pairing p where p.pairing_id = problem.pairing_id));

create view mart.pairing with (security_barrier) as
select p.pairing_id, p.child_id, p.volunteer_id, p.state, p.since, p.until,
       case when o.see ? 'kinds' or p.child_id is null then p.reasons end as reasons
from pairing.pairing p
cross join rights.sight('child') s
left join versions.child_version v on v.person_id = p.child_id and v.superseded_at is null and v.valid_to is null
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where s.see <> '[]';
call rights.publish('mart.pairing');
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
where s.see <> '[]';
call rights.publish('mart.supporter');
comment on view mart.supporter is '社会关爱力量。The supporters around a pairing, as the federation lists them: the N of 1 + 1 + N.';
comment on column mart.supporter.pairing_id is '结对编号：the pairing';
comment on column mart.supporter.number is '序号：its place in the list';
comment on column mart.supporter.role is '角色：teacher, doctor, police, procurator, enterprise or volunteer';
comment on column mart.supporter.name is '姓名：name; masked where families'' names are not shown';
comment on column mart.supporter.phone is '联系电话：phone, masked; shown where identifiers are';

create view mart.pairing_problem with (security_barrier) as
select p.pairing_id, p.problem, p.detail
from pairing.problem p
where (select rights.sight('child')).see <> '[]';
call rights.publish('mart.pairing_problem');
comment on view mart.pairing_problem is '结对数据问题。What is wrong with a pairing as it is listed: somebody has to mend it where it was entered.';
comment on column mart.pairing_problem.pairing_id is '结对编号：the pairing';
comment on column mart.pairing_problem.problem is '问题代码：unknown-child, unknown-volunteer, two-children (the id number and the roster number mean two children), many-children (several files hold the id number), ended-before-begun, two-mothers (the child has another pairing in force) or over-capacity (the volunteer has more than she can take)';
comment on column mart.pairing_problem.detail is '详情：ids of those concerned';
