select p.* from mart.child_value p
join mart.child current using (child_id, version)
where p.child_id = :id
order by p.attribute
