-- How many files there are of each band, as of the end of the year, or of today while it runs.
select audit.age_band(v.person_id, v.birth_date, d.day) as band, count(*) as files,
       count(*) filter (where v.on_roster) as on_roster, count(*) filter (where p.child_id is not null) as paired
from versions.child_version v
cross join (
    select least((:until::timestamptz at time zone 'Asia/Shanghai')::date - 1, (now() at time zone 'Asia/Shanghai')::date) as day) d
left join (select distinct child_id from pairing.pairing where state in ('active', 'confirmed')) p on p.child_id = v.person_id
where v.superseded_at is null and v.valid_to is null
group by 1
order by min(v.birth_date) desc nulls last, 1
