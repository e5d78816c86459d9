insert into care_found (record_id, pairing_id, kind, at, problem)
select * from (
    select c.record_id, c.pairing_id, c.kind, c.at,
           case when p.pairing_id is null then 'UNKNOWN_PAIRING'
                when p.state in ('proposed', 'rejected') then 'NOT_IN_FORCE'
                when c.at >= t.tomorrow then 'FUTURE'
                when c.at < p.begun then 'BEFORE_START'
                when c.at >= p.ended then 'AFTER_END' end as problem
    from care.contact c
    cross join (select (:day::date + 1)::timestamp at time zone 'Asia/Shanghai' as tomorrow) t
    left join (
        select pairing_id, state, since::timestamp at time zone 'Asia/Shanghai' as begun,
               (until + 1)::timestamp at time zone 'Asia/Shanghai' as ended
        from pairing.pairing) p on p.pairing_id = c.pairing_id
) x
where x.problem is not null
  and (:which = '' or x.pairing_id in (select pairing_id from care_affected))
