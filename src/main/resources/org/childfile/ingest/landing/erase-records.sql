-- Every record that ever came under the keys: emptied where it stood. What a law keeps stays, under the token alone.
update landing.record r
set key = e.token, deletion = true, updated = null, field = null, text = null, sealed_text = null,
    content = case when :keep then r.content else '' end,
    hash = case when :keep then r.hash else :blank end
from erased_record e
join landing.pull p on p.feed = e.feed
where r.pull_id = p.pull_id and r.key = e.source_key
