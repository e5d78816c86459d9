-- Pulls that are held, and that no later one outdid.
select p.*
from ops.pull p
where p.state = 'held' and (:feed::text is null or p.feed = :feed)
  and not exists (
      select from ops.pull l where l.feed = p.feed and l.state in ('ok', 'held') and l.pull_id > p.pull_id and l.stream is null)
order by p.feed
