-- Mapped in vain before, and no more.
update landing.current c
set quarantined = false
where c.feed = :feed and c.quarantined
  and exists (select from landing.pending w where w.feed = c.feed and w.key = c.key)
  and not exists (select from set_aside a where a.key = c.key)
