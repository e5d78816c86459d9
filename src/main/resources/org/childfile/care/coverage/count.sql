-- One row a child that is on the roster, hidden, paired or called for; then a row a division that it lies in.
with hidden as (
    select distinct h.child_id from digitalfile.hit h
    where h.part = 'hidden' and h.superseded_at is null and h.state <> 'not-so'
),
paired as (
    select p.child_id, bool_and(p.silent) as silent, bool_or(p.behind > 0) as overdue
    from mart.care_pair p where p.child_id is not null group by p.child_id
),
called as (
    select w.child_id, count(*) filter (where not w.report) as wakeups, count(*) filter (where w.report) as reports
    from coverage.open_wakeup w group by w.child_id
),
children as (
    select v.person_id, coalesce(v.residence_division, v.registered_division, '') as code,
           case when y.years between 0 and 5 then '0_5' when y.years between 6 and 13 then '6_13'
                when y.years between 14 and 17 then '14_17' end as ages,
           coalesce(v.on_roster, false) as roster, h.child_id is not null as hidden, p.child_id is not null as covered,
           coalesce(p.silent, false) as silent, coalesce(p.overdue, false) as overdue, coalesce(c.wakeups, 0) as wakeups,
           coalesce(c.reports, 0) as reports
    from versions.child_version v
    left join hidden h on h.child_id = v.person_id
    left join paired p on p.child_id = v.person_id
    left join called c on c.child_id = v.person_id
    cross join lateral (select extract(year from age(:day::date, v.birth_date)) as years) y
    where v.superseded_at is null and v.valid_to is null
      and (v.on_roster or h.child_id is not null or p.child_id is not null or c.child_id is not null)
),
-- Municipalities right below the state have no prefecture: their two digits are the city.
levels as (
    select x.*, left(x.code, n) as division
    from children x
    cross join lateral (
        select case when left(x.code, 2) in ('11', '12', '31', '50') then 2 else 4 end
        union all values (6), (9)) l (n)
    where length(x.code) >= n
    union all
    select x.*, '' from children x where length(x.code) < 2
)
insert into coverage.division (division, ages, day, roster, hidden, covered, uncovered, silent, overdue, wakeups, reports)
select division, coalesce(ages, ''), :day, count(*) filter (where roster), count(*) filter (where hidden),
       count(*) filter (where covered), count(*) filter (where (roster or hidden) and not covered),
       count(*) filter (where silent), count(*) filter (where overdue), sum(wakeups), sum(reports)
from levels
group by grouping sets ((division), (division, ages))
having grouping(ages) = 1 or ages is not null
