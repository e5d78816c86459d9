-- Records that were set aside, the latest first, with their texts as they lie sealed.
select q.*, t.sealed_text
from ops.quarantine q
join landing.quarantine t using (quarantine_id)
where (:all::boolean or q.resolved is null)
  and (:feed::text is null or q.feed = :feed)
  and (:pull::bigint is null or q.pull_id = :pull::bigint)
order by q.quarantine_id desc
limit :limit
