select p.* from mart.pairing p
where (:child::text is null or p.child_id = :child)
  and (:volunteer::text is null or p.volunteer_id = :volunteer)
  and (:state::text is null or p.state = :state)
  and (:division::text is null or exists (
      select from mart.child c
      where c.child_id = p.child_id
        and (starts_with(c.residence_division, :division) or starts_with(c.registered_division, :division))))
  and (:after::text is null or p.pairing_id collate "C" > :after)
order by p.pairing_id collate "C"
limit :limit
