-- Still counted as staged by the pull that brought it, and of no population, so that no stage sees it.
with changed as (delete from mapping.changed_record c using erased_record e where c.record_id = e.record_id)
update mapping.source_record r
set population = 'forgotten', source_key = e.token, withdrawn = true, attributes = '{}', identifiers = null, identifiers_digest = null, doubts = null
from erased_record e
where r.record_id = e.record_id
