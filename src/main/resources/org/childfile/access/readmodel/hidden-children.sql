select p.*
from mart.hidden_child p
where (:division::text is null or starts_with(p.residence_division, :division) or starts_with(p.registered_division, :division))
  and (:rule::text is null or p.rule = :rule)
  and (:after::text is null or (p.child_id, p.rule) > (:after, :after_rule))
order by p.child_id, p.rule
limit :limit
