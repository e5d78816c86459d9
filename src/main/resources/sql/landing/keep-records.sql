insert into landing.record (pull_id, seq, place, key, hash, updated, deletion, content, reason, field, text)
select :pull, i.seq, i.place, i.key, i.hash, i.updated, i.deletion, i.content, i.reason, i.field, i.text
from incoming i
join fate f on f.seq = i.seq
where :held or f.fate in ('new', 'changed', 'quarantined')
