-- A report of abuse about the person that is open, also one that was made of an id that has gone into this person's since.
select exists (
    select from wakeup.wakeup w
    join erased_person e on e.person_id = w.child_id
    where w.kind = 'ABUSE' and w.state = 'open')
