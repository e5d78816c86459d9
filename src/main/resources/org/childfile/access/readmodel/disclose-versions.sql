-- Every version, with what it changed.
select v.version, v.valid_from, v.valid_to, to_char(v.recorded_at, 'YYYY-MM-DD HH24:MI') as recorded,
       to_char(v.superseded_at, 'YYYY-MM-DD HH24:MI') as superseded, array_to_string(v.changed, ', ') as changed
from mart.child_version v
where v.child_id = :id
union all
select v.version, v.valid_from, v.valid_to, to_char(v.recorded_at, 'YYYY-MM-DD HH24:MI'),
       to_char(v.superseded_at, 'YYYY-MM-DD HH24:MI'), array_to_string(v.changed, ', ')
from mart.volunteer_version v
where v.volunteer_id = :id
order by 1
