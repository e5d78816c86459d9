-- A record whose row is there already.
update landing.record
set reason = 'DUPLICATE_KEY', field = '', text = '', sealed_text = null
where pull_id = :pull and seq = :seq and key = :key
