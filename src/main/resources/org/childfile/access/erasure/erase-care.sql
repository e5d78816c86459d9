-- Pairings of the person that no record speaks of any more, and all that was owed, done and said in them.
with pairs as materialized (
    delete from pairing.pairing p
    using erased_person e
    where p.child_id = e.person_id
      and not exists (
          select from mapping.source_record r
          where r.population = 'pairing' and r.feed = 'pairings' and r.source_key = p.pairing_id)
    returning p.pairing_id
),
moved as (delete from pairing.moved m using erased_person e where e.person_id in (m.was, m.is_now)),
supporters as (delete from pairing.supporter s using pairs p where s.pairing_id = p.pairing_id),
listings as (delete from pairing.listing l using pairs p where l.pairing_id = p.pairing_id),
problems as (delete from pairing.problem b using pairs p where b.pairing_id = p.pairing_id),
decided as (
    delete from pairing.decision d
    using pairs p where d.pairing_id = p.pairing_id
),
contacts as (delete from care.contact c using pairs p where c.pairing_id = p.pairing_id),
owed as (delete from care.duty d using pairs p where d.pairing_id = p.pairing_id),
astray as (delete from care.problem b using pairs p where b.pairing_id = p.pairing_id),
undone as (
    delete from care.mark_undone u using care.mark m, pairs p where m.mark_id = u.mark_id and m.pairing_id = p.pairing_id
),
marks as (delete from care.mark m using pairs p where m.pairing_id = p.pairing_id)
delete from care.pair c using pairs p where c.pairing_id = p.pairing_id
