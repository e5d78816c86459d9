-- What happened to persons, in an order that depends on the data alone.
with before as (
    select a.record_id, m.person_id as old, a.person_id as new
    from assigned a
    left join linkage.membership m using (record_id)
),
moves as (
    select old, new, count(*) as records from before where old is not null and old <> new group by old, new
),
gone as (
    select distinct on (old) old, new as into_id
    from moves
    where old not in (select person_id from assigned)
    order by old, records desc, new
),
events as (
    select 1 as rank, 'created' as kind, new as person_id, null as other_id
    from before
    group by new
    having bool_and(old is null) and not exists (select from linkage.membership m where m.person_id = new)
    union all
    (
        select distinct on (m.new) 1, 'created', m.new, m.old
        from moves m
        join linkage.person p on p.person_id = m.new and p.retired_into is not null
        order by m.new, m.records desc, m.old
    )
    union all
    select 2, 'joined', new, old from moves where old in (select old from gone)
    union all
    select 3, 'retired', old, into_id from gone
    union all
    select 4, 'split', old, new from moves
    where old not in (select old from gone)
      and not exists (select from linkage.membership m where m.person_id = new)
    union all
    select 5, 'moved', old, new from moves
    where old not in (select old from gone)
      and exists (select from linkage.membership m where m.person_id = new)
)
insert into linkage.identity_change (at, run_id, kind, person_id, other_id)
select now(), :run, kind, person_id, other_id
from events
where :population is not null
order by rank, person_id, other_id
