-- The values of affected records that too many hold.
select h.key
from (select distinct v.key, v.most from affected join linkage.held_value v using (record_id)) h
where exists (select from linkage.held_value v where v.key = h.key offset h.most)
