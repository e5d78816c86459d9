merge into care.problem p
using (
    select x.record_id, r.feed, r.source_key, x.pairing_id, x.kind, x.at, x.problem
    from care_found x
    join mapping.source_record r on r.record_id = x.record_id
) f on f.record_id = p.record_id
when matched and (p.pairing_id, p.kind, p.at, p.problem) is distinct from (f.pairing_id, f.kind, f.at, f.problem) then
    update set pairing_id = f.pairing_id, kind = f.kind, at = f.at, problem = f.problem, since = :day
when not matched then
    insert (record_id, feed, source_key, pairing_id, kind, at, problem, since)
    values (f.record_id, f.feed, f.source_key, f.pairing_id, f.kind, f.at, f.problem, :day)
