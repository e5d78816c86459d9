-- Who reached an age since the clocks were last read, found by date of birth; and whose file this run wrote, since a child may
-- come late or turn out to be older. A birth on 29 February is counted from 1 March.
with ages (age) as (values (14), (16), (18)),
written as (
    select v.person_id, v.birth_date
    from versions.child_version v
    where v.run_id = :run and v.superseded_at is null and v.valid_to is null and v.birth_date is not null
),
reached as (
    select v.person_id, a.age, v.birth_date
    from ages a
    join versions.child_version v
      on v.birth_date between :since::date - make_interval(years => a.age) - interval '2 days'
                          and :day::date - make_interval(years => a.age)
    where v.superseded_at is null and v.valid_to is null and :all
    union
    select w.person_id, a.age, w.birth_date from ages a cross join written w
)
insert into audit.age_event (person_id, age, since, run_id, at)
select r.person_id, r.age, max((r.birth_date + make_interval(years => r.age))::date + 1), :run, now()
from reached r
where (r.birth_date + make_interval(years => r.age))::date + 1 <= :day
group by r.person_id, r.age
order by r.person_id, r.age
on conflict (person_id, age) do nothing
