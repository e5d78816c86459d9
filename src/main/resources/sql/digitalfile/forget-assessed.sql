delete from digitalfile.assessed a
where (:all or a.child_id = any (:ids))
  and not exists (select from fresh_until u where u.child_id = a.child_id)
