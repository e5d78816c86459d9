-- The calls for help that a run brought, and how all applications stand; but reports of abuse.
select (select count(*) from wakeup.wakeup w where w.run_id = :run and not rights.reports(w.kind)) as calls,
       count(*) as applications,
       count(*) filter (where a.state in ('drafted', 'confirmed')) as drafted,
       count(*) filter (where a.state in ('sent', 'received', 'in_hand')) as sent,
       count(*) filter (where a.state = 'asked_back') as asked_back, count(*) filter (where a.state = 'done') as done,
       count(*) filter (where a.state = 'refused') as refused, count(*) filter (where a.state = 'overdue') as overdue,
       count(*) filter (where a.attention is not null) as attention
from wakeup.application a
where not a.urgent
