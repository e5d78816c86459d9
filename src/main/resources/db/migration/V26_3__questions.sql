-- When two persons turn out to be one, or one to be two, their pairings are put before a person.
create table pairing.question (
    question_id bigint generated always as identity primary key,
    kind text not null check (kind in ('joined-child', 'joined-volunteer', 'split-child', 'split-volunteer')),
    persons text[] not null,
    pairings text[] not null,
    proposal jsonb not null,
    since date not null,
    resolved_at timestamptz,
    resolved_by text
);
call rights.keep('pairing.question');
create policy published on pairing.question for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from pairing.pairing p where p.pairing_id = any (pairings)));
comment on column pairing.question.proposal is '{"keep": pairings that stay as they are, "end": those that end, "follow": by pairing the person whom it goes over to}';

create table pairing.question_cursor (
    one boolean primary key default true check (one),
    seq bigint not null
);
call rights.keep('pairing.question_cursor');
insert into pairing.question_cursor (seq) values (0);
comment on table pairing.question_cursor is 'The last change of identities that was looked at.';

create view mart.pairing_question with (security_barrier) as
select q.question_id, q.kind, q.persons, q.pairings, q.proposal, q.since
from pairing.question q
where q.resolved_at is null and (select rights.sight('child')).see <> '[]';
call rights.publish('mart.pairing_question');
comment on view mart.pairing_question is '结对归属待定。Pairings whose persons turned out to be one, or two: what becomes of them is for a person to say. Nothing changes until then.';
comment on column mart.pairing_question.question_id is '问题编号：number';
comment on column mart.pairing_question.kind is '类别：joined-child, joined-volunteer (two are one), split-child or split-volunteer (one is two)';
comment on column mart.pairing_question.persons is '人员编号：the one who lives on, and the other';
comment on column mart.pairing_question.pairings is '结对编号：the pairings in force that it is about';
comment on column mart.pairing_question.proposal is '建议：pairings to keep, to end, and to follow, by pairing with the person whom it would go over to';
comment on column mart.pairing_question.since is '起始日期：the day of the run that asked';
