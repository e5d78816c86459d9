-- The records in force after this pull, and that they are to be mapped. What came after it stays: a held pull is approved later.
with applied as (
    insert into landing.current as c (feed, key, hash, pull_id, seq, withdrawn, is_new)
    select :feed, r.key, r.hash, r.pull_id, r.seq, r.deletion, true
    from landing.record r
    where r.pull_id = :pull and r.reason is null
    on conflict (feed, key) do update
    set hash = excluded.hash, pull_id = excluded.pull_id, seq = excluded.seq, withdrawn = excluded.withdrawn,
        quarantined = false, is_new = false
    where c.pull_id < excluded.pull_id
    returning key
)
insert into landing.pending (feed, key)
select :feed, key from applied
