-- A record of a held pull that can be read, and that the next stage will refuse.
insert into landing.quarantine (feed, pull_id, seq, place, key, hash, reason, field, text, sealed_text)
values (:feed, :pull, :seq, :place, :key, :hash, :reason, :field, :text, :sealed)
on conflict (feed, hash, reason, field, coalesce(key, '')) where resolved is null do nothing
