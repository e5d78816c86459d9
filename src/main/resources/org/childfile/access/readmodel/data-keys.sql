select k.key_id, k.kind, k.cipher, k.master, k.state, k.created from privacy.data_key k order by k.key_id
