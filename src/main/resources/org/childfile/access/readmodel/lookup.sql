select p.*
from mart.child p
where p.child_id = any (array(
    select n.child_id from mart.child_id_number n where n.id_number_index = decode(:id_number_index, 'hex')))
order by p.child_id
