insert into incoming (seq, place, key, hash, updated, deletion, content, reason, field, text)
select seq, place, key, hash, updated, deletion, content, reason, field, text
from landing.record
where pull_id = :pull
