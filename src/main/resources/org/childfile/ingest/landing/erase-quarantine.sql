update landing.quarantine q
set key = e.token, text = '', sealed_text = null, sealed_resolution = null, hash = :blank, resolved = coalesce(q.resolved, now())
from erased_record e
where q.feed = e.feed and q.key = e.source_key
