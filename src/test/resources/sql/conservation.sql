-- pulled = new + changed + unchanged + quarantined + duplicates, each counted from rows where rows are kept of it.
-- A record that was kept is staged or set aside, never both and never neither; in a snapshot, what stands by an
-- earlier pull came again unchanged, or was set aside again.
with counted as (
    select p.*,
           (select count(*) from landing.record r where r.pull_id = p.pull_id) as kept,
           (select count(*) from mapping.source_record s where s.pull_id = p.pull_id) as staged,
           (select count(*) from landing.record r
            where r.pull_id = p.pull_id
              and exists (select from landing.quarantine q
                          where q.feed = p.feed and q.hash = r.hash and q.key is not distinct from r.key
                            and (q.pull_id = r.pull_id or q.since < p.ended))
              and not exists (select from mapping.source_record s where s.pull_id = r.pull_id and s.seq = r.seq)
           ) as set_aside,
           (select count(*) from landing.current c
            where c.feed = p.feed and not c.withdrawn and c.pull_id < p.pull_id and not c.quarantined) as standing,
           (select count(*) from landing.current c
            where c.feed = p.feed and not c.withdrawn and c.pull_id < p.pull_id and c.quarantined) as aside_again
    from landing.pull p
    where p.run_id = :run and p.state = 'landed'
)
select feed || ': ' || row_to_json(c)::text
from counted c
where pulled <> new + changed + unchanged + quarantined + duplicates
   or new + changed <> staged
   or kept <> staged + set_aside
   or feed not in ('health', 'public-security', 'care-records')
      and (unchanged > standing or quarantined > set_aside + aside_again
           -- A key in force may also be spared because a broken row may be its own.
           or (unchanged <> standing or quarantined <> set_aside + aside_again)
              and not exists (select from landing.record r where r.pull_id = c.pull_id and r.reason is not null))
order by feed
