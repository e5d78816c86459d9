-- The first place where the part of the log that was recorded before there was a key is not as it was written: a row altered,
-- put in, or gone. The digest is written out here.
select min(a.expected)
from (
    select l.seq, l.previous_hash, l.hash, l.issuer, l.reason,
           1 + lag(l.seq, 1, 0) over (order by l.seq) as expected,
           lag(l.hash, 1, '\x') over (order by l.seq) as before,
           jsonb_build_array(l.seq, extract(epoch from l.at), l.subject, l.role, l.purpose, l.door, l.action, l.person_id,
               to_jsonb(l.attributes), l.detail)::text as said
    from audit.access l
    where l.seq < coalesce((select min(k.seq) from audit.access k where k.key_id <> ''), 9223372036854775807)
) a
where a.seq <> a.expected or a.previous_hash <> a.before or a.issuer <> '' or a.reason <> ''
   or a.hash <> sha256(a.before || convert_to(a.said, 'UTF8'))
