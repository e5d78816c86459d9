-- Breaches that were noticed in the year: whom they concern, and what of what had to be done was done in time.
select b.breach_id as id, b.kind, to_char(b.noticed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as noticed,
       b.state, coalesce(b.under_14::text, '') as under_14, coalesce(b.others::text, '') as others,
       count(s.step) as steps, count(*) filter (where s.done_at <= s.due_at) as in_time,
       count(*) filter (where s.done_at > s.due_at or s.state = 'overdue') as late
from ops.breach b
left join ops.compliance_step s on s.matter_id = b.breach_id
where b.noticed_at >= :since and b.noticed_at < :until
group by b.breach_id, b.kind, b.noticed_at, b.state, b.under_14, b.others
order by b.noticed_at, b.breach_id
