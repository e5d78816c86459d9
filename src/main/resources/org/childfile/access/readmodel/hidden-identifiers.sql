select i.child_id, i.identifiers, i.attributes
from mart.child_identifiers i
join mart.child c on c.child_id = i.child_id and c.version = i.version
where i.child_id = any (string_to_array(:children, ','))
