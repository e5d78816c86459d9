select i.feed from setaside.item i where i.resolved is null and i.feed is not null
union
select m.feed
from setaside.item i
join linkage.membership l on l.person_id = i.subject
join mapping.source_record m on m.record_id = l.record_id
where i.resolved is null and i.feed is null
union
select q.feed
from landing.quarantine q
join landing.pull p on p.pull_id = q.pull_id
where p.run_id = :run and q.resolved is null
order by 1
