-- What each of the joined persons was before, so that the join can be undone.
insert into linkage.core (person_id, record_id)
select m.person_id, m.record_id from linkage.membership m join joining j on j.person_id = m.person_id
