insert into landing.quarantine (feed, pull_id, seq, place, key, hash, reason, field, text)
select :feed, :pull, i.seq, i.place, i.key, i.hash, f.reason, f.field, f.text
from fate f
join incoming i on i.seq = f.seq
where f.fate = 'quarantined'
on conflict (feed, hash, reason, field, coalesce(key, '')) where resolved is null do nothing
