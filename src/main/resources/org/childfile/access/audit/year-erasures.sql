select (e.at at time zone 'Asia/Shanghai')::date as day, e.person_id as id, e.reason, e.actor,
       case when e.refused then 'refused' else 'erased' end as state, e.records, e.versions,
       coalesce((select string_agg(k ->> 'what' || ' (' || (k ->> 'why') || ')', ', ' order by k ->> 'what')
                 from jsonb_array_elements(e.kept) k where k ->> 'what' <> 'reports'), '') as kept
from subject.erasure e
where e.at >= :since and e.at < :until
order by e.erasure_id
