-- Records that mapping found to be of a forgotten person, but for those of somebody who lives: an id number may be mistaken.
insert into erased_record (record_id, feed, source_key, token)
select r.record_id, r.feed, r.source_key, t.token
from unnest(:keys, :tokens) t (key, token)
join mapping.source_record r on r.feed = :feed and r.source_key = t.key
where not exists (select from linkage.membership m where m.record_id = r.record_id)
