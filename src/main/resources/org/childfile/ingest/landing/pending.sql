select r.pull_id, r.seq, r.place, c.key, coalesce(r.updated, p.started), c.withdrawn, r.content
from landing.current c
join landing.record r on r.pull_id = c.pull_id and r.seq = c.seq
join landing.pull p on p.pull_id = c.pull_id
where c.feed = ?
  and exists (select from landing.pending w where w.feed = c.feed and w.key = c.key)
order by r.pull_id, r.seq
