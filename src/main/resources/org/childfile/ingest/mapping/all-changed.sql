insert into mapping.changed_record (record_id, population, run_id)
select record_id, population, :run
from mapping.source_record
where feed = :feed
