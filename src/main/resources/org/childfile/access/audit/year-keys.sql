-- Data keys that the year made or retired; which master key wraps each now. No key material.
select k.key_id::text as key, k.kind, k.cipher, k.master as master_key, k.state,
       to_char(k.created at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as made,
       coalesce(to_char(k.retired at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), '') as retired
from privacy.data_key k
where k.created >= :since and k.created < :until or k.retired >= :since and k.retired < :until
order by k.key_id
