-- Every record that belongs to the person, and the bytes that it came as.
select r.feed, r.source_key, to_char(r.observed_at, 'YYYY-MM-DD') as observed,
       case when r.withdrawn then 'withdrawn' else 'in force' end as state, l.place, l.content, l.pull_id, l.seq
from linkage.membership m
join mapping.source_record r on r.record_id = m.record_id
left join landing.record l on l.pull_id = r.pull_id and l.seq = r.seq
where m.person_id = :id
order by r.feed, r.source_key
