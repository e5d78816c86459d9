-- What stood before, of this child or of one that went into it, stands since then; what was found not to be so begins anew.
with ended as (
    select case when o.child_id in (select f.child_id from fresh_hit f) then o.child_id
                else mart.current_id(o.child_id) end as child_id,
           o.part, o.rule, o.since, o.state
    from digitalfile.hit o
    where o.superseded_at = :at
)
insert into digitalfile.hit
    (child_id, part, rule, rule_version, evidence, grounds, substance, state, finding_id, since, recorded_at, run_id)
select f.child_id, f.part, f.rule, f.rule_version, f.evidence, f.grounds, f.substance, f.state, f.finding_id,
       coalesce((select min(e.since) from ended e
                 where (e.child_id, e.part, e.rule) = (f.child_id, f.part, f.rule)
                   and (e.state = 'not-so') = (f.state = 'not-so')), :day::date),
       :at::timestamptz, :run
from fresh_hit f
where not exists (
    select from digitalfile.hit h
    where h.superseded_at is null and (h.child_id, h.part, h.rule) = (f.child_id, f.part, f.rule))
order by f.child_id, f.part, f.rule
