-- A decision on clusters needs whole clusters: whoever is joined to an affected record, by an edge, by verdicts, or by the
-- person it belongs to so far, is affected too.
with recursive reached (record_id) as (
    select record_id from affected
    union
    (
        with step as (select record_id from reached)
        select e.b from step join linkage.edge e on e.a = step.record_id
        union
        select e.a from step join linkage.edge e on e.b = step.record_id
        union
        select v.b from step join named_together v on v.a = step.record_id
        union
        select v.a from step join named_together v on v.b = step.record_id
        union
        select m.record_id
        from step
        join linkage.membership own on own.record_id = step.record_id
        join linkage.membership m on m.person_id = own.person_id
    )
)
insert into affected (record_id)
select record_id from reached except select record_id from affected
