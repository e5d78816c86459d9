select c.*
from unnest(:positions::bigint[], :behind::bigint[], :up_to::bigint[]) s (position, behind, up_to)
cross join lateral (
    select c.position, c.number, c.at, c.kind, c.population, c.person_id, c.version, c.other_id, c.changed
    from mart.change c
    where c.position = s.position and c.number > s.behind and c.number <= s.up_to
      and (not :identities::boolean or c.kind not in ('version', 'left'))
    order by c.number
    limit :limit
) c
order by c.position, c.number
limit :limit
