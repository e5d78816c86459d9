-- A question whose cause is gone: of two who were one, or of one who was two, it is so no more.
update pairing.question q
set resolved_at = now(), resolved_by = 'childfile'
where q.resolved_at is null
  and case when q.kind like 'joined-%'
      then not exists (
          select from unnest(q.persons[2:]) other (person_id)
          where pairing.lives_as(other.person_id) = pairing.lives_as(q.persons[1]))
      else pairing.lives_as(q.persons[1]) = pairing.lives_as(q.persons[2]) end
