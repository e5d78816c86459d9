update digitalfile.risk r
set superseded_at = :at
where r.superseded_at is null and (:all or r.child_id = any (:ids))
  and not exists (
      select from fresh_risk f where f.child_id = r.child_id and (f.grade, f.rules) = (r.grade, r.rules))
