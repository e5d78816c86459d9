-- What was set aside for a key is settled once another record of the key, or the same with another mapping, is in force.
update landing.quarantine q
set resolved = now()
where q.feed = :feed
  and q.resolved is null
  and q.reason <> 'DUPLICATE_KEY'
  and exists (select from landing.pending w where w.feed = q.feed and w.key = q.key)
