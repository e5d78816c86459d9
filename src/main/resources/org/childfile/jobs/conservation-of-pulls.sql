-- The same law for some pulls of a stream run: what a later one of them brought of the same key took the place of what came before.
select p.feed || ': ' || p.pulled || ' landed, but ' || (s.staged + p.unchanged) || ' staged, '
       || p.quarantined || ' quarantined and ' || p.duplicates || ' duplicates'
from landing.pull p
cross join lateral (
    select count(*) as staged
    from landing.record r
    join landing.current c on c.feed = p.feed and c.key = r.key
    left join mapping.source_record m on m.feed = c.feed and m.source_key = c.key
    where r.pull_id = p.pull_id and r.reason is null
      and (c.pull_id > p.pull_id
           or c.pull_id = p.pull_id and c.seq = r.seq and not c.quarantined and m.pull_id = p.pull_id
              and not exists (select from landing.pending w where w.feed = c.feed and w.key = c.key))
) s
where p.pull_id = any (:pulls) and p.state = 'landed'
  and (p.pulled <> p.new + p.changed + p.unchanged + p.quarantined + p.duplicates or p.new + p.changed <> s.staged)
order by p.pull_id
