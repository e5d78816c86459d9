insert into fresh_hit (child_id, part, rule, rule_version, evidence, grounds, substance, state, finding_id)
select child_id, part, rule, rule_version, evidence, grounds, substance, state, finding_id
from digitalfile.hit
where superseded_at is null and child_id = any (:ids)
