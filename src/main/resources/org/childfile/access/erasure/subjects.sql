-- What is sealed of the person beside its records: under each of its ids, and in the calls for help about it.
select 'person' as kind, e.person_id as name from erased_person e
union all
select 'call', w.wakeup_id from wakeup.wakeup w join erased_person e on e.person_id = w.child_id
union all
select 'application', a.application_id
from wakeup.application a
join wakeup.wakeup w on w.wakeup_id = a.wakeup_id
join erased_person e on e.person_id in (a.child_id, w.child_id)
union all
select 'pairing', p.pairing_id
from pairing.pairing p
join erased_person e on e.person_id = p.child_id
where not :proof
union all
select 'application', r.request_id from rectification.request r join erased_person e on e.person_id = r.person_id
