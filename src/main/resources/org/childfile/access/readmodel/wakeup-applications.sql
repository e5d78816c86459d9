select a.application_id, a.template, a.department, a.urgent, a.state, a.beneath, a.deadline, a.sent_at, a.receipt, a.ended_at,
       a.overdue_on, a.escalated_to, a.missing, a.attention
from mart.application a
where a.wakeup_id = :id
order by a.urgent desc, a.template
