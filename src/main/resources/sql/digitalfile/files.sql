-- The next files, in the order of their ids, or those of some children.
select v.person_id, v.version, v.birth_date, v.feeds, v.provenance, v.identifiers
from versions.child_version v
where v.superseded_at is null and v.valid_to is null
  and (:all or v.person_id = any (:ids)) and v.person_id > :after
order by v.person_id
limit :limit
