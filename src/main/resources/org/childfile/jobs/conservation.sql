-- Landed = staged + quarantined + duplicates, counted from the rows themselves and not from the counters that they are
-- compared with. Unchanged records are staged: by an earlier pull.
select p.feed || ': ' || p.pulled || ' landed, but ' || (s.staged + p.unchanged) || ' staged, '
       || p.quarantined || ' quarantined and ' || p.duplicates || ' duplicates'
from landing.pull p
cross join lateral (
    select count(*) as staged
    from mapping.source_record r
    join landing.current c on c.feed = r.feed and c.key = r.source_key
    where r.pull_id = p.pull_id and c.pull_id = p.pull_id and not c.quarantined
      and not exists (select from landing.pending w where w.feed = c.feed and w.key = c.key)
) s
where p.run_id = :run and p.state = 'landed'
  and p.pull_id = (select max(l.pull_id) from landing.pull l where l.feed = p.feed and l.state = 'landed')
  and (p.pulled <> p.new + p.changed + p.unchanged + p.quarantined + p.duplicates or p.new + p.changed <> s.staged)
order by p.feed
