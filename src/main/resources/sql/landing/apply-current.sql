-- The records in force after this pull.
insert into landing.current as c (feed, key, hash, pull_id, seq, withdrawn, pending, is_new)
select :feed, i.key, i.hash, :pull, i.seq, i.deletion, true, f.fate = 'new'
from fate f
join incoming i on i.seq = f.seq
where f.fate in ('new', 'changed')
on conflict (feed, key) do update
set hash = excluded.hash, pull_id = excluded.pull_id, seq = excluded.seq, withdrawn = excluded.withdrawn,
    pending = true, quarantined = false, is_new = false
