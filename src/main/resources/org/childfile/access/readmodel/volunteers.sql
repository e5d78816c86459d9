select p.* from mart.volunteer p
where (:name::text is null or starts_with(p.name, :name)
       or p.volunteer_id in (select f.volunteer_id from mart.find_volunteer(:name, 10000) f))
  and (:division::text is null or starts_with(p.division, :division))
  and (:after::text is null or p.volunteer_id > :after)
order by p.volunteer_id
limit :limit
