-- What was set aside for a key is settled once another record of the key, or the same with another mapping, is mapped.
-- What the pull of the present record set aside beside it stays open until the key comes clean.
update landing.quarantine q
set resolved = now(), resolution = 'mapped'
from landing.current c
where q.feed = :feed
  and q.resolved is null
  and c.feed = q.feed and c.key = q.key
  and (q.pull_id < c.pull_id or q.pull_id = c.pull_id and q.seq = c.seq)
  and exists (select from landing.pending w where w.feed = q.feed and w.key = q.key)
