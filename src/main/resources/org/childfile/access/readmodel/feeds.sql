-- How each feed stands: its latest pull, the records in force and withdrawn, and what is set aside.
select p.feed, p.state, p.last_good,
       count(c.key) filter (where not c.withdrawn) as in_force,
       count(c.key) filter (where c.withdrawn) as withdrawn,
       (select count(*) from ops.quarantine q where q.feed = p.feed and q.resolved is null) as quarantined
from (select distinct on (feed) * from ops.pull order by feed, stream is not null, pull_id desc) p
left join landing.current c on c.feed = p.feed
group by p.feed, p.state, p.last_good
order by p.feed
