-- Who was shown what, the latest first.
select a.seq, a.at, a.subject, a.role || ' ' || a.purpose as purpose, a.door, a.action, a.person_id,
       cardinality(a.attributes) as attributes
from ops.access a
where (:person::text is null or a.person_id = :person)
  and (:subject::text is null or a.subject = :subject)
  and (:since::date is null or a.at >= :since::date)
order by a.seq desc
limit :limit
