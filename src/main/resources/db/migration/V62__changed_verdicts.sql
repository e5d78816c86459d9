-- Whether a verdict was said on other data than there are now.
create view linkage.verdict_change as
select v.verdict_id, max(p.started) as changed_at
from linkage.verdict v
join mapping.source_record r on (r.feed, r.source_key) in ((v.feed_a, v.key_a), (v.feed_b, v.key_b))
join landing.pull p on p.pull_id = r.pull_id and p.started > v.at
where v.undone_at is null
group by v.verdict_id;
alter view linkage.verdict_change owner to childfile_owner;
revoke insert, update, delete, truncate, maintain on linkage.verdict_change from childfile_writer;
grant select on linkage.verdict_change to childfile_views;
comment on view linkage.verdict_change is 'Verdicts in force of which a record has come with something else since, and when last.';

create or replace view ops.verdict with (security_barrier) as
select v.verdict_id, v.population, v.kind, v.feed_a, v.key_a as source_key_a, v.feed_b, v.key_b as source_key_b,
       v.actor, v.at, v.reason, v.undone_at, v.undone_by, v.undo_reason, c.changed_at
from linkage.verdict v
left join linkage.verdict_change c using (verdict_id)
where (select rights.lists('verdicts'));
comment on column ops.verdict.changed_at is '数据变化时间：when one of the two records last came with something else after the verdict was said; null: as it was, or the verdict was undone';
