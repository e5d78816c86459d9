-- Whose file has ended.
delete from digitalfile.assessed a
using asked_child c
where c.child_id = a.child_id and not exists (select from asked_input i where i.child_id = a.child_id)
