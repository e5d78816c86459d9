-- Whether a verdict was said on other data than there are now.
create or replace view ops.verdict with (security_barrier) as
select v.verdict_id, v.population, v.kind, v.feed_a, v.key_a as source_key_a, v.feed_b, v.key_b as source_key_b,
       v.actor, v.at, v.reason, v.undone_at, v.undone_by, v.undo_reason,
       case when v.undone_at is null then (
           select max(p.started) from mapping.source_record r join landing.pull p using (pull_id)
           where p.started > v.at
             and (r.feed, r.source_key) in ((v.feed_a, v.key_a), (v.feed_b, v.key_b))) end as changed_at
from linkage.verdict v
where (select rights.lists('verdicts'));
comment on column ops.verdict.changed_at is '数据变化时间：when one of the two records last came with something else after the verdict was said; null: as it was, or the verdict was undone';
