select p.* from mart.volunteer_value p
join mart.volunteer current using (volunteer_id, version)
where p.volunteer_id = :id
order by p.attribute
