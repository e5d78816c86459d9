insert into landing.quarantine (feed, pull_id, seq, place, key, hash, reason, field, text, sealed_text)
select :feed, a.pull_id, a.seq, a.place, a.key, c.hash, a.reason, a.field, a.text, a.sealed_text
from set_aside a
join landing.current c on c.feed = :feed and c.key = a.key
on conflict (feed, hash, reason, field, coalesce(key, '')) where resolved is null do nothing
