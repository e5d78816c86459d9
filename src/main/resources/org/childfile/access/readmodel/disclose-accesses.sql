-- Who was shown the file, but who reported abuse or looks into a report.
select to_char(a.at, 'YYYY-MM-DD HH24:MI') as moment, a.subject, a.role, a.purpose, a.door, a.action,
       array_to_string(a.attributes, ', ') as attributes
from ops.access a
where a.person_id = :id and a.action <> 'refused' and not a.purpose = any (rights.confidential())
  and not (a.action in ('call', 'wake-up') and a.detail = any (rights.confidential()))
order by a.seq
