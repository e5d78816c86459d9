with moved as (delete from pairing.moved m using erased_person e where e.person_id in (m.was, m.is_now)),
supporters as (delete from pairing.supporter s using erased_pairing p where s.pairing_id = p.pairing_id),
listings as (delete from pairing.listing l using erased_pairing p where l.pairing_id = p.pairing_id),
problems as (delete from pairing.problem b using erased_pairing p where b.pairing_id = p.pairing_id),
decided as (delete from pairing.decision d using erased_pairing p where d.pairing_id = p.pairing_id)
delete from pairing.pairing g using erased_pairing p where g.pairing_id = p.pairing_id
