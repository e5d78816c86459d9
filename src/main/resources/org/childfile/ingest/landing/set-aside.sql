insert into landing.quarantine (feed, pull_id, seq, place, key, hash, reason, field, text, sealed_text)
select :feed, r.pull_id, r.seq, r.place, r.key, r.hash, r.reason, r.field, r.text, r.sealed_text
from landing.record r
where r.pull_id = :pull and r.reason is not null
order by r.seq
on conflict (feed, hash, reason, field, coalesce(key, '')) where resolved is null do nothing
