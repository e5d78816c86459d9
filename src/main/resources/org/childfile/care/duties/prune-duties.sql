-- What an affected pairing owed and owes no longer. Of the others only what is staged can be new.
delete from care.duty d
using (select distinct pairing_id from care_affected) a
where d.pairing_id = a.pairing_id
  and not exists (
      select from care_staged s
      where s.pairing_id = d.pairing_id and s.kind = d.kind and s.period_start = d.period_start)
