-- The last finding in force about a child and a kind outranks the rule: "not so" as long as the evidence says the same.
update fresh_hit h
set finding_id = f.finding_id,
    state = case when f.outcome <> 'not-so' or f.substance = h.substance then f.outcome else 'open' end
from (select distinct on (1, f.rule) coalesce(mart.current_id(f.child_id), f.child_id) as child_id,
             f.rule, f.finding_id, f.outcome, f.substance
      from digitalfile.finding f
      where f.undone_at is null
      order by 1, f.rule, f.finding_id desc) f
where h.part = 'hidden' and h.child_id = f.child_id and h.rule = f.rule
