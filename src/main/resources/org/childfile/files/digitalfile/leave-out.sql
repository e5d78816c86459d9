-- Of whom nothing else is known, and no age or term has run out, rules say what they said.
delete from asked_child c
using asked_input i, digitalfile.assessed a
where i.child_id = c.child_id and a.child_id = c.child_id
  and i.inputs = a.inputs and a.since <= :day and (a.until is null or a.until > :day)
