-- Hidden children as a list that is taken to the door, by where they live.
select h.child_id, h.rule, h.since::text as since, h.finding, h.note, h.evidence, c.version, c.name, c.sex,
       c.birth_date::text as birth_date, coalesce(h.residence_division, h.registered_division) as division,
       c.residence_address, c.guardian_name, c.guardian_phone, c.school_name
from mart.hidden_child h
join mart.child c on c.child_id = h.child_id
where starts_with(coalesce(h.residence_division, h.registered_division, ''), :division)
  and (:all::boolean or h.finding is null)
order by coalesce(h.residence_division, h.registered_division), h.child_id, h.rule
limit :limit
