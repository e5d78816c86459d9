-- What the file says now, each value with where it comes from. Every question names the person itself: what is only joined to
-- a guarded view is looked for in all of it.
select v.attribute, v.value, v.feed, to_char(v.observed_at, 'YYYY-MM-DD') as observed, v.rule
from mart.child_value v
where v.child_id = :id and v.version = (select c.version from mart.child c where c.child_id = :id)
union all
select v.attribute, v.value, v.feed, to_char(v.observed_at, 'YYYY-MM-DD'), v.rule
from mart.volunteer_value v
where v.volunteer_id = :id and v.version = (select c.version from mart.volunteer c where c.volunteer_id = :id)
order by 1
