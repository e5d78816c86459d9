-- The persons that are joined by this run, while their memberships are still those before it.
create temporary table joining on commit drop as
with gone as (
    select m.person_id as old, a.person_id as new
    from assigned a
    join linkage.membership m using (record_id)
    where m.person_id not in (select person_id from assigned)
)
select old as person_id from gone
union
select new from gone
