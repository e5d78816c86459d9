-- Before anything is superseded: who comes into the list of hidden children, who goes, and why.
with before as (
    select h.* from digitalfile.hit h
    where h.superseded_at is null and h.part = 'hidden' and h.child_id in (select child_id from asked_child)
),
moved as (
    select mart.current_id(b.child_id) as child_id, b.rule from before b
    where b.state <> 'not-so' and not exists (select from fresh_hit f where f.child_id = b.child_id)
),
appeared as (
    select f.child_id, f.rule,
           case when b.state = 'not-so' and f.finding_id is null then 'finding undone'
                when f.finding_id is not null and f.state = 'open' then 'evidence changed'
                when exists (select from moved m where m.child_id = f.child_id and m.rule = f.rule) then 'joined'
                when exists (select from digitalfile.hit k
                             where k.superseded_at is null and k.part = 'kind' and k.rule = f.rule and k.child_id = f.child_id)
                    then 'left the roster'
                else 'new evidence' end as reason
    from fresh_hit f
    left join before b on b.child_id = f.child_id and b.rule = f.rule
    where f.part = 'hidden' and f.state <> 'not-so' and (b.child_id is null or b.state = 'not-so')
),
gone as (
    select b.child_id, b.rule,
           case when f.state = 'not-so' then 'not so'
                when v.person_id is null and mart.current_id(b.child_id) <> b.child_id then 'joined'
                when v.person_id is null then 'file ended'
                when v.on_roster then 'on the roster'
                when (v.birth_date + interval '18 years')::date < :day::date then 'of age'
                else 'evidence gone' end as reason
    from before b
    left join fresh_hit f on f.part = 'hidden' and f.child_id = b.child_id and f.rule = b.rule
    left join versions.child_version v
        on v.person_id = b.child_id and v.superseded_at is null and v.valid_to is null
    where b.state <> 'not-so' and (f.child_id is null or f.state = 'not-so')
)
insert into digitalfile.hidden_change (run_id, day, at, child_id, rule, change, reason)
select :run, :day::date, :at::timestamptz, x.child_id, x.rule, x.change, x.reason
from (select child_id, rule, 'appeared' as change, reason from appeared
      union all
      select child_id, rule, 'gone', reason from gone) x
order by x.child_id, x.rule
