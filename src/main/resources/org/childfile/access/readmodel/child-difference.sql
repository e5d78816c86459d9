select :id as child_id, d.* from mart.child_difference(:id, :a, :b) d
union all
-- Masks that are the same may hide what differs; the door looks beneath them.
select :id, x.attribute, x.value, x.feed, x.source_key, x.observed_at, x.rule,
       y.value, y.feed, y.source_key, y.observed_at, y.rule
from (select v.* from mart.child_value v where v.child_id = :id and v.version = :a) x
join (select v.* from mart.child_value v where v.child_id = :id and v.version = :b) y on y.attribute = x.attribute
where x.value = y.value and strpos(x.value, '*') > 0
order by attribute
