-- Mapped in vain or not: a mark that was set before and holds no more goes.
update landing.current c
set quarantined = not c.quarantined
from landing.pending w
where c.feed = :feed and w.feed = :feed and w.key = c.key
  and c.quarantined <> exists (select from set_aside a where a.key = c.key)
