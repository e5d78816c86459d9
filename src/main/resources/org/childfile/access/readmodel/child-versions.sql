select p.* from mart.child_version p
where p.child_id = :id and p.version > :after
order by p.version
limit :limit
