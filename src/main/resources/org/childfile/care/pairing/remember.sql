create temporary table pairing_before on commit drop as
select pairing_id, child_id, volunteer_id, state, since, until from pairing.pairing
