-- Caring mothers who cannot be paired anew before they are checked.
select count(*) filter (where c.state = 'lapsed') as lapsed, count(*) filter (where c.state = 'missing') as missing,
       count(*) filter (where c.paired > 0) as paired
from mart.volunteer_check c
where c.state in ('lapsed', 'missing') and c.in_post
