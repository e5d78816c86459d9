-- Pairs and proposals with the names of both, the latest first.
select p.pairing_id, p.state, p.since, p.child_id, c.name as child_name, p.volunteer_id, v.name as volunteer_name
from mart.pairing p
left join mart.child c using (child_id)
left join mart.volunteer v using (volunteer_id)
where (:state::text is null or p.state = :state)
  and (:division = '' or coalesce(c.residence_division, c.registered_division) like :division || '%')
order by p.since desc, length(p.pairing_id), p.pairing_id collate "C"
limit :limit
