-- What is in force under the token is an empty, withdrawn record: the same as comes in its place from now on.
update landing.current c
set key = e.token, hash = :blank, withdrawn = true, quarantined = false
from erased_record e
where c.feed = e.feed and c.key = e.source_key
