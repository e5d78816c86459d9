-- Versions of which no marks were taken: of children without a mother, of those who have one, and of all volunteers.
select v.person_id, v.version, v.identifiers
from versions.child_version v
join (select child_id from need union select child_id from pairing.pairing where state in ('active', 'confirmed')) c
  on c.child_id = v.person_id
where v.superseded_at is null and v.valid_to is null
  and not exists (select from pairing.marked m where m.person_id = v.person_id and m.version = v.version)
union all
select v.person_id, v.version, v.identifiers
from versions.volunteer_version v
where v.superseded_at is null and v.valid_to is null
  and not exists (select from pairing.marked m where m.person_id = v.person_id and m.version = v.version)
