-- Mapped in vain.
update landing.current c
set quarantined = true
from set_aside a
where c.feed = :feed and c.key = a.key and not c.quarantined
