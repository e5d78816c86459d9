-- What feeds took back of these children, where the feed holds no other record of the child; and the day on which the child's
-- file first did without the feed.
insert into asked_withdrawn (person_id, feed, source_key, observed_at, attributes, identifiers, gone_on)
select m.person_id, r.feed, r.source_key, r.observed_at, r.attributes, r.identifiers,
       (select max(v.valid_to) from versions.child_version v
        where v.person_id = m.person_id and v.superseded_at is null and r.feed = any (v.feeds)) as gone_on
from mapping.source_record r
join linkage.membership m on m.record_id = r.record_id
where r.withdrawn and r.population = 'child' and m.person_id in (select child_id from asked_child)
  and not exists (
      select from linkage.membership lm
      join mapping.source_record lr on lr.record_id = lm.record_id
      where lm.person_id = m.person_id and lr.feed = r.feed and not lr.withdrawn)
