insert into fresh_risk (child_id, grade, rules)
select child_id, grade, rules
from digitalfile.risk
where superseded_at is null and child_id = any (:ids)
