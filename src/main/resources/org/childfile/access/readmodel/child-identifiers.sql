select i.version, array_to_string(i.attributes, ',') as attributes, encode(i.identifiers, 'hex') as identifiers
from mart.child_identifiers i
where i.child_id = :id
