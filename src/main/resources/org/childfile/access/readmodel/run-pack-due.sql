-- The year whose report is due and not made, as of a run's day: it was kept then already, and no report was made since it ended.
select d.year::text as year, make_date(d.year + 1, 1, 31)::text as due, r.day > make_date(d.year + 1, 1, 31) as late
from ops.run r
cross join lateral (select extract(year from r.day)::integer - 1 as year) d
where r.run_id = :run and r.day >= make_date(d.year + 1, 1, 15)
  and exists (select from ops.run o where o.day <= make_date(d.year, 12, 31))
  and not exists (
      select from ops.audit_pack p
      where p.year = d.year and p.made_at >= make_date(d.year + 1, 1, 1)::timestamp at time zone 'Asia/Shanghai')
