-- Children of whom rules may say something else than they said last.
select coalesce(i.child_id, a.child_id)
from asked_input i
full join digitalfile.assessed a on a.child_id = i.child_id
where i.inputs is distinct from a.inputs or a.until <= :day or :day < a.since
order by 1
