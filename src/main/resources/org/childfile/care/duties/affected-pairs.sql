-- The pairings that changed, and those of persons whose files did.
insert into care_affected (pairing_id)
select pairing_id from pairing.pairing where child_id = any (:persons)
union
select pairing_id from pairing.pairing where volunteer_id = any (:persons)
union
select pairing_id from unnest(:pairings::text[]) pairing_id
