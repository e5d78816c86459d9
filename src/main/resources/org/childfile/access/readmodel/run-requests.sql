-- What departments are asked to correct.
select count(*) as requests, count(*) filter (where r.state = 'confirmed') as confirmed,
       count(*) filter (where r.state in ('sent', 'received', 'in_hand', 'asked_back')) as sent,
       count(*) filter (where r.state = 'done') as done, count(*) filter (where r.state = 'refused') as refused,
       count(*) filter (where r.state = 'overdue') as overdue, count(*) filter (where r.attention is not null) as attention
from ops.correction_request r
