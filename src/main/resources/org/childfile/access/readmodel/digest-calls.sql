select w.wakeup_id, w.child_id, c.name as child_name, w.kind, w.day, w.overdue,
       coalesce(c.residence_division, c.registered_division) as division
from mart.wakeup w
-- A join would read the whole view: only a condition of its own gets past its barrier, and "offset 0" keeps it that.
cross join lateral (
    select v.name, v.residence_division, v.registered_division from mart.child v where v.child_id = w.child_id offset 0) c
where w.state = 'open' and w.kind is not null
  and case when :volunteer::text is null
      -- Also what no caring mother looks after: hers of before has left her post.
      then (w.overdue > 0 or w.kind = 'ABUSE' or not exists (
              select from mart.pairing p join mart.volunteer v using (volunteer_id)
              where p.child_id = w.child_id and p.state in ('active', 'confirmed') and v.in_post is distinct from false))
           and coalesce(c.residence_division, c.registered_division) >= :division
           and coalesce(c.residence_division, c.registered_division) < :division || ':'
      -- A report of abuse is not for whom it may be about.
      else w.kind <> 'ABUSE' and exists (
          select from mart.pairing p
          where p.child_id = w.child_id and p.volunteer_id = :volunteer and p.state in ('active', 'confirmed'))
      end
order by w.kind <> 'ABUSE', w.overdue desc, w.day, w.wakeup_id
limit :limit
