-- An id whose records came back to it lives again.
update linkage.person p
set retired_into = null
where p.retired_into is not null
  and p.person_id in (select person_id from assigned)
  and p.population = :population and :run is not null
