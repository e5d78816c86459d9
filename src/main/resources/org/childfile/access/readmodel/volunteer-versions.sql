select p.* from mart.volunteer_version p
where p.volunteer_id = :id and p.version > :after
order by p.version
limit :limit
