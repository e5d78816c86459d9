-- The content in force of a key.
select r.pull_id, r.seq, r.content
from landing.current c
join landing.record r on r.pull_id = c.pull_id and r.seq = c.seq
where c.feed = :feed and c.key = :key
