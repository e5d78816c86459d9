update landing.held_withdrawal h
set key = e.token
from erased_record e
join landing.pull p on p.feed = e.feed
where h.pull_id = p.pull_id and h.key = e.source_key
