-- Which departments were told that a record of theirs was proved wrong, and what became of it.
select to_char(r.day, 'YYYY-MM-DD') as moment, r.department as other_feed, r.attribute,
       coalesce(nullif(r.outcome, 'department'), r.state) as state, to_char(r.deadline, 'YYYY-MM-DD') as until,
       coalesce(r.receipt, '') as receipt
from rectification.request r
where coalesce(mart.current_id(r.person_id), r.person_id) = :id
order by r.day, r.feed, r.request_id
