-- What mapping set aside was counted as new or changed when it was landed.
update landing.pull p
set quarantined = p.quarantined + s.fresh + s.changed, new = p.new - s.fresh, changed = p.changed - s.changed
from (
    select a.pull_id, count(*) filter (where c.is_new) as fresh, count(*) filter (where not c.is_new) as changed
    from set_aside a
    join landing.current c on c.feed = :feed and c.key = a.key and not c.quarantined
    group by a.pull_id
) s
where p.pull_id = s.pull_id
