select b.position, b.first_number, b.last_number
from mart.change_batch b
where b.position > :position or (b.position = :position and b.last_number > :number)
order by b.position
limit :limit
