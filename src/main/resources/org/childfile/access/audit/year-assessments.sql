-- Impact assessments that stood in the year.
select a.assessment_id as id, a.title, to_char(a.opened_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as made,
       coalesce(a.risk, '') as risk, a.state,
       coalesce(to_char((a.review_due - interval '1 second') at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), '') as review_due,
       coalesce(to_char(a.closed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), '') as ended
from ops.impact_assessment a
where a.opened_at < :until and (a.closed_at is null or a.closed_at >= :since)
order by a.opened_at, a.assessment_id
