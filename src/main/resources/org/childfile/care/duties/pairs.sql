-- The pairings that are, were or will be in force. Who has no school, no grade and no enrolment is on no school roll.
insert into care_now (pairing_id, since, until, teacher, division, birth_date)
select p.pairing_id, p.since, p.until,
       coalesce(v.school_code, v.school_name, v.grade, v.enrolment_state) is not null
           and coalesce(v.enrolment_state, '') <> all (:off_roll)
           and coalesce(v.grade, '') <> all (:preschool),
       coalesce(v.residence_division, v.registered_division, w.division, ''),
       v.birth_date
from pairing.pairing p
left join versions.child_version v
    on v.person_id = p.child_id and v.superseded_at is null and v.valid_to is null
left join versions.volunteer_version w
    on w.person_id = p.volunteer_id and w.superseded_at is null and w.valid_to is null
where p.state in ('confirmed', 'active', 'ended')
  and (:which = '' or p.pairing_id in (select pairing_id from care_affected))
