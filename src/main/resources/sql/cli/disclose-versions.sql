-- Every version, with what it changed.
with said as (select ?::text as id)
select v.version, v.valid_from, v.valid_to, to_char(v.recorded_at, 'YYYY-MM-DD HH24:MI') as recorded,
       to_char(v.superseded_at, 'YYYY-MM-DD HH24:MI') as superseded, array_to_string(v.changed, ', ') as changed
from said s join mart.child_version v on v.child_id = s.id
union all
select v.version, v.valid_from, v.valid_to, to_char(v.recorded_at, 'YYYY-MM-DD HH24:MI'),
       to_char(v.superseded_at, 'YYYY-MM-DD HH24:MI'), array_to_string(v.changed, ', ')
from said s join mart.volunteer_version v on v.volunteer_id = s.id
order by 1
