select c.position, c.number, c.at, c.kind, c.population, c.person_id, c.version, c.other_id, c.changed
from mart.change c
where c.position between :from_position and :to_position
  and (c.position > :from_position or c.number > :from_number)
  and (c.position < :to_position or c.number <= :to_number)
  and (not :identities::boolean or c.kind not in ('version', 'left'))
order by c.position, c.number
limit :limit
