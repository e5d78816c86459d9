select c.checked_on, c.good_until, c.state as check
from mart.volunteer_check c
where c.volunteer_id = mart.current_id(:id) and c.state <> 'not-required'
