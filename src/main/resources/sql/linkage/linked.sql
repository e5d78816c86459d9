update mapping.source_record r
set changed_run = null
from changed c
where r.record_id = c.record_id
