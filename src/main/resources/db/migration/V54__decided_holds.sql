-- Who decided about a held pull, when and why; and what its approval would withdraw, by where these children live.
alter table landing.pull
    add column decided_by text,
    add column decided_at timestamptz,
    add column decided_reason text;

create or replace view ops.pull with (security_barrier) as
select p.run_id, p.feed,
       case
           when p.state = 'landed' then 'ok'
           when p.state = 'failed' and exists (
               select from landing.pull g where g.feed = p.feed and g.state = 'landed' and g.pull_id < p.pull_id)
           then 'stale'
           when p.state = 'rejected' then 'stale'
           else p.state
       end as state,
       p.pulled, p.new, p.changed, p.unchanged, p.withdrawn, p.quarantined, p.duplicates,
       p.started, p.ended, p.message, p.reason, p.drift, p.pull_id,
       (select max(g.ended) from landing.pull g where g.feed = p.feed and g.state = 'landed' and g.pull_id <= p.pull_id) as last_good,
       case when (select rights.purpose()) in ('operations', 'review') then p.decided_by end as decided_by, p.decided_at,
       case when (select rights.purpose()) in ('operations', 'review') then p.decided_reason end as decided_reason
from landing.pull p
where (select rights.claims()) is not null and p.pull_id = (
    select max(l.pull_id) from landing.pull l where l.feed = p.feed and l.run_id is not distinct from p.run_id);
comment on column ops.pull.decided_by is '裁定人：who approved or rejected it while it was held';
comment on column ops.pull.decided_at is '裁定时间：when';
comment on column ops.pull.decided_reason is '裁定理由：why, in that one''s words';

grant select on landing.held_withdrawal to childfile_views;
alter table landing.held_withdrawal enable row level security;
create policy pipeline on landing.held_withdrawal to childfile_writer using (true) with check (true);
create policy published on landing.held_withdrawal for select to childfile_views using (
    (select rights.purpose()) in ('operations', 'review') and (select rights.everywhere()));
create view ops.held_withdrawal with (security_barrier) as
select p.feed, h.pull_id, left(v.residence_division, 9) collate "C" as division, count(*) as records
from landing.held_withdrawal h
join landing.pull p on p.pull_id = h.pull_id and p.state = 'held'
left join mapping.source_record r on r.feed = p.feed and r.source_key = h.key
left join linkage.membership m on m.record_id = r.record_id
left join versions.child_version v on v.person_id = m.person_id and v.superseded_at is null and v.valid_to is null
group by p.feed, h.pull_id, left(v.residence_division, 9);
comment on view ops.held_withdrawal is '待撤回。What the approval of a held pull would withdraw, by township. For operations and review of the whole city.';
comment on column ops.held_withdrawal.feed is '数据源：the feed';
comment on column ops.held_withdrawal.pull_id is '抽取编号：the held pull';
comment on column ops.held_withdrawal.division is '区划：the township where the children live; null where none is known, and for records of others';
comment on column ops.held_withdrawal.records is '记录数：how many keys it lacks';
call rights.publish('ops.held_withdrawal');
