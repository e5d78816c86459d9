-- The rows of each person that were superseded last: those that stand, or stood when the file ended.
select person_id, version, valid_from, valid_to, content_hash, provenance::text, conflicts::text, feeds, identifiers, last,
       superseded_at is not null as ended
from (
    select v.*, max(version) over (partition by person_id) as last,
           rank() over (partition by person_id order by coalesce(superseded_at, 'infinity') desc) as age
    from :table v
    where person_id = any(:persons)) x
where age = 1
order by person_id, valid_from
