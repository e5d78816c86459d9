insert into care_affected (pairing_id)
select pairing_id
from care_now n
full join care.pair o using (pairing_id)
where :all or o.ahead
   or (n.since, n.until, n.teacher, n.division, n.birth_date)
       is distinct from (o.since, o.until, o.teacher, o.division, o.birth_date)
