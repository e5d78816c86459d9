select p.* from mart.pairing p where p.pairing_id = :id
