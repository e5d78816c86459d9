-- Whom the keys of each listed pairing mean now. The roster number comes before the id number: it cannot be a parent's.
create temporary table resolved on commit drop as
select l.pairing_id, v.person_id as volunteer_id, coalesce(c.person_id, n.person_id, i.person_id) as child_id,
       case when c.person_id <> coalesce(n.person_id, i.person_id) then coalesce(n.person_id, i.person_id) end as other_child_id,
       n.person_id is null and coalesce(i.files, 0) > 1 as many
from pairing.listing l
left join mapping.source_record vr on vr.feed = :volunteers and vr.source_key = l.volunteer_key
left join linkage.membership v on v.record_id = vr.record_id
left join mapping.source_record cr on cr.feed = :roster and cr.source_key = l.roster_key
left join linkage.membership c on c.record_id = cr.record_id
left join mapping.source_record nr on nr.feed = :population and nr.source_key = l.person_key
left join linkage.membership n on n.record_id = nr.record_id
left join (
    select id_number_index, case when count(*) = 1 then min(person_id) end as person_id, count(*) as files
    from versions.child_version
    where superseded_at is null and valid_to is null and id_number_index is not null
    group by id_number_index
) i on i.id_number_index = l.id_number_index
