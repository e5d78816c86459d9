select u.* from mart.uncovered_child u
where (:division::text is null or starts_with(u.division, :division))
  and (:after::text is null or u.child_id > :after)
order by u.child_id
limit :limit
