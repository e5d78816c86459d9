update landing.current c
set pending = false, quarantined = exists (select from set_aside a where a.key = c.key)
where c.feed = :feed and c.pending
