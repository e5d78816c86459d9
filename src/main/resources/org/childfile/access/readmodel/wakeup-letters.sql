-- The applications of a call with what their department's program said when it could not take them.
select a.application_id, a.template, a.state, a.beneath, a.deadline, a.receipt, a.attention, a.message
from mart.application a
where a.wakeup_id = :id
order by a.urgent desc, a.template
