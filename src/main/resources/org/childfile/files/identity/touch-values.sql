-- The values that a changed record held or holds, and whether each was too common before. One holder beyond the allowed
-- number tells that, however many there are.
create temporary table touched_value on commit drop as
select t.key, t.most,
       exists (select from linkage.held_value v where v.key = t.key offset t.most) as common_before
from (
    select v.key, v.most from changed join linkage.held_value v using (record_id)
    union
    select key, most from told_value
) t
