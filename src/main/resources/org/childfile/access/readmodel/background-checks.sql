-- Caring mothers in post whose check is missing or too old, those with most children first.
select volunteer_id, name, division, state, checked_on, paired
from mart.volunteer_check
where state in ('missing', 'lapsed') and in_post and coalesce(division, '') like :division || '%'
order by paired desc, state desc, checked_on, volunteer_id collate "C"
limit :limit
