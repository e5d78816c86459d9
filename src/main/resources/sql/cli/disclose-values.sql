-- What the file says now, each value with where it comes from.
with said as (select ?::text as id)
select v.attribute, v.value, v.feed, to_char(v.observed_at, 'YYYY-MM-DD') as observed, v.rule
from said s
join mart.child c on c.child_id = s.id
join mart.child_value v on v.child_id = c.child_id and v.version = c.version
union all
select v.attribute, v.value, v.feed, to_char(v.observed_at, 'YYYY-MM-DD'), v.rule
from said s
join mart.volunteer c on c.volunteer_id = s.id
join mart.volunteer_value v on v.volunteer_id = c.volunteer_id and v.version = c.version
order by 1
