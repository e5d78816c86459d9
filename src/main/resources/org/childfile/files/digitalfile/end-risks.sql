update digitalfile.risk r
set superseded_at = :at
where r.superseded_at is null and r.child_id in (select child_id from asked_child)
  and not exists (
      select from fresh_risk f where f.child_id = r.child_id and (f.grade, f.rules) = (r.grade, r.rules))
