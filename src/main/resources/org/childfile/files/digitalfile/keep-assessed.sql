-- A child that could not be worked on is looked at again, whatever is known of it.
insert into digitalfile.assessed (child_id, inputs, since, until)
select i.child_id, case when u.child_id is null then '' else i.inputs end, :day, u.until
from asked_child c
join asked_input i using (child_id)
left join fresh_until u using (child_id)
on conflict (child_id) do update set inputs = excluded.inputs, since = excluded.since, until = excluded.until
