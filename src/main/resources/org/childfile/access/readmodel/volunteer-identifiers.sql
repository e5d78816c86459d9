select i.version, array_to_string(i.attributes, ',') as attributes, encode(i.identifiers, 'hex') as identifiers
from mart.volunteer_identifiers i
where i.volunteer_id = :id
