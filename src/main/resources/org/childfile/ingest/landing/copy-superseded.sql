-- A record that came again as it is in force, byte for byte, and that another one of its key outdid.
insert into landing.record (pull_id, seq, place, key, hash, updated, deletion, content, reason, field, text)
select :pull, :seq, :place, r.key, r.hash, r.updated, r.deletion, :content, 'DUPLICATE_KEY', '', ''
from landing.current c
join landing.record r on r.pull_id = c.pull_id and r.seq = c.seq
where c.feed = :feed and c.key = :key
