-- Calls for help: reports of abuse that are open first, then what needs a person.
select w.wakeup_id, w.child_id, w.kind, to_char(w.at, 'YY-MM-DD') as called, w.state, w.applications,
       (select count(*) from mart.application a where a.wakeup_id = w.wakeup_id and a.ended_at is not null) as ended,
       w.overdue, w.attention
from mart.wakeup w
where (not :open::boolean or w.state = 'open')
  and (not :overdue::boolean or w.overdue > 0)
  and (:kind::text is null or w.kind = :kind)
order by w.kind = 'ABUSE' and w.state = 'open' desc, w.state = 'open' desc, w.attention > 0 desc, w.overdue > 0 desc, w.at desc,
         w.wakeup_id
limit :limit
