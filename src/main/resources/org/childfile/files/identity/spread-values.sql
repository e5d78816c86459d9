-- Whoever holds a value that has become too common, or no longer is, weighs otherwise than before, and so has changed.
with turned as materialized (
    select t.key
    from touched_value t
    where exists (select from linkage.held_value v where v.key = t.key offset t.most) <> t.common_before
)
insert into changed (record_id)
select distinct v.record_id
from turned
join linkage.held_value v using (key)
where not exists (select from changed c where c.record_id = v.record_id)
