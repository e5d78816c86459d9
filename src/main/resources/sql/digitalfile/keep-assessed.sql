insert into digitalfile.assessed (child_id, inputs, since, until)
select i.child_id, i.inputs, :day, u.until
from asked_input i join fresh_until u using (child_id)
on conflict (child_id) do update set inputs = excluded.inputs, since = excluded.since, until = excluded.until
