select c.volunteer_id, c.name as volunteer_name, c.division, c.paired, c.checked_on, c.state
from mart.volunteer_check c
where c.state in ('missing', 'lapsed') and c.paired > 0
  and (:division::text is null or (c.division >= :division and c.division < :division || ':'))
  and (:volunteer::text is null or c.volunteer_id = :volunteer)
order by c.state <> 'missing', c.checked_on, c.division, c.volunteer_id
limit :limit
