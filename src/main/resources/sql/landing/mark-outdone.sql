-- A record whose row is there already.
update landing.record
set reason = 'DUPLICATE_KEY', field = '', text = ''
where pull_id = :pull and seq = :seq and key = :key and :feed is not null and :place is not null
