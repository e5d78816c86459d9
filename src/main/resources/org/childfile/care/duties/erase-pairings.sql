-- All that was owed and done in pairings that go, and said of it.
with contacts as (delete from care.contact c using erased_pairing p where c.pairing_id = p.pairing_id),
owed as (delete from care.duty d using erased_pairing p where d.pairing_id = p.pairing_id),
astray as (delete from care.problem b using erased_pairing p where b.pairing_id = p.pairing_id),
undone as (
    delete from care.mark_undone u
    using care.mark m, erased_pairing p where m.mark_id = u.mark_id and m.pairing_id = p.pairing_id
),
marks as (delete from care.mark m using erased_pairing p where m.pairing_id = p.pairing_id)
delete from care.pair c using erased_pairing p where c.pairing_id = p.pairing_id
