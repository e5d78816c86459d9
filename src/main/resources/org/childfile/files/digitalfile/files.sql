-- The next files of those who are looked at, in the order of their ids.
select v.person_id, v.version, v.birth_date, v.feeds, v.provenance, v.identifiers
from versions.child_version v
join asked_child c on c.child_id = v.person_id
where v.superseded_at is null and v.valid_to is null and v.person_id > :after and v.person_id <= :last
order by v.person_id
