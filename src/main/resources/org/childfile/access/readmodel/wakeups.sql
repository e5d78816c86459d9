select w.wakeup_id, w.child_id, w.pairing_id, w.kind, w.origin, w.at, w.day, w.state, w.ended_at, w.items, w.applications, w.overdue, w.attention
from mart.wakeup w
where (:child::text is null or w.child_id = :child) and (:kind::text is null or w.kind = :kind)
  and (:open::boolean is null or (w.state = 'open') = :open::boolean) and (:after::text is null or w.wakeup_id > :after)
order by w.wakeup_id
limit :limit
