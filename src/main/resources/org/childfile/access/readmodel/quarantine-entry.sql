-- One record that was set aside, with what lies sealed of it.
select q.feed, q.place, q.source_key, q.reason, q.field, q.text, q.since::text as since, q.resolved::text as resolved,
       q.resolution, q.resolved_by, q.pull_id, q.seq, t.sealed_text, t.sealed_resolution, r.content
from ops.quarantine q
join landing.quarantine t using (quarantine_id)
left join landing.record r on r.pull_id = q.pull_id and r.seq = q.seq
where q.quarantine_id = :number
