-- What is put before a person, when two children turn out to be one or one to be two, are their open calls and duties, too.
alter table pairing.question
    add column calls text[] not null default '{}',
    add column resolve_reason text;
comment on column pairing.question.calls is 'Open calls for help for these children. proposal has "calls": by call the child for whom it would be made anew; the others stay.';

drop policy published on pairing.question;
create policy published on pairing.question for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from pairing.pairing p where p.pairing_id = any (pairings))
    or exists (select from wakeup.wakeup w where w.wakeup_id = any (calls)));

create or replace view mart.pairing_question with (security_barrier) as
select q.question_id, q.kind, q.persons, q.pairings, q.proposal, q.since,
       case when (select wakeup.shown()) then q.calls else '{}' end as calls,
       (select coalesce(jsonb_agg(jsonb_build_object(
                   'pairing', d.pairing_id, 'kind', d.kind, 'period_start', d.period_start, 'period_end', d.period_end,
                   'state', d.state) order by d.pairing_id, d.kind, d.period_start), '[]')
        from care.duty d
        where d.pairing_id = any (q.pairings) and d.state in ('due', 'attempted', 'overdue')
          and d.period_end >= q.since) as duties
from pairing.question q
where q.resolved_at is null and (select rights.sight('child')).see <> '[]';
comment on view mart.pairing_question is '结对归属待定。Pairings, duties and calls for help whose persons turned out to be one, or two: what becomes of them is for a person to say. Nothing changes until then.';
comment on column mart.pairing_question.proposal is '建议：pairings to keep, to end, and to follow, by pairing with the person whom it would go over to; calls by call with the child for whom it would be made anew, the others stay';
comment on column mart.pairing_question.calls is '呼叫编号：the open calls for help that it is about; for who may see calls';
comment on column mart.pairing_question.duties is '未了职责：what is still owed in these pairings; it goes the way of its pairing';
