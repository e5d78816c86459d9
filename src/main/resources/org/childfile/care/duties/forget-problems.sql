-- What was wrong with care records and is no more: of all, or of those that changed and those of affected pairings.
delete from care.problem p
where (:which = ''
       or p.pairing_id in (select pairing_id from care_affected) or p.record_id in (select record_id from care_changed))
  and not exists (select from care_found f where f.record_id = p.record_id)
