select p.* from mart.child p
where (:division::text is null or starts_with(p.residence_division, :division) or starts_with(p.registered_division, :division))
  and (:kind::text is null or :kind = any (p.kinds))
  and (:after::text is null or p.child_id > :after)
order by p.child_id
limit :limit
