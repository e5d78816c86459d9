-- A year of care: of each period nine in ten are done, in the order in which an app would send them.
insert into mapping.source_record (population, feed, source_key, withdrawn, observed_at, pull_id, seq, attributes)
select 'care', 'care-records', row_number() over (), false, at, 1, 1,
       json_build_object('record_number', row_number() over (), 'pairing_number', 'P' || n, 'kind', kind, 'at', at)
from (
    select n, kind, (:day - (every * i)::integer - n % 5)::timestamp at time zone 'Asia/Shanghai' + interval '10 hours' as at
    from (values ('VISIT', 7, 56), ('TALK', 15.2, 26), ('GUARDIAN', 30.4, 13), ('TEACHER', 91, 4), ('ACTIVITY', 182, 2), ('FESTIVAL', 365, 1))
        k (kind, every, times)
    cross join lateral generate_series(0, times - 1) i
    cross join generate_series(1, :pairs) n
    where (n + i) % 10 > 0
    order by at) r;

insert into mapping.changed_record (record_id, population, run_id)
select record_id, population, '1' from mapping.source_record where population = 'care'
