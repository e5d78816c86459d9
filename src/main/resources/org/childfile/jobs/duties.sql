-- What the law asks for and waits, in numbers.
select (select count(*) from ops.correction_request where state = 'overdue') as overdue_requests,
       (select count(*) from ops.compliance_step where state = 'overdue' and sort = 'breach') as overdue_steps,
       (select count(*) from ops.compliance_step where state = 'overdue' and sort = 'assessment') as overdue_reviews,
       (select count(*) from mart.volunteer_check where state in ('missing', 'lapsed') and in_post) as unchecked,
       case when exists (
               select from ops.audit_pack p
               where p.year = t.year - 1 and p.made_at >= make_date(t.year, 1, 1)::timestamp at time zone 'Asia/Shanghai')
              or not exists (select from ops.run o where o.day < make_date(t.year, 1, 1)) then 0
            when t.day <= make_date(t.year, 1, 31) then 1 else 2 end as pack_due
from (select (now() at time zone 'Asia/Shanghai')::date as day,
             extract(year from now() at time zone 'Asia/Shanghai')::integer as year) t
