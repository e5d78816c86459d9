-- What persons said of the records: that it was said remains, without keys and reasons.
with named as (
    select v.verdict_id, a.token as token_a, b.token as token_b
    from linkage.verdict v
    left join erased_record a on a.feed = v.feed_a and a.source_key = v.key_a
    left join erased_record b on b.feed = v.feed_b and b.source_key = v.key_b
    where a.token is not null or b.token is not null
),
reopened as (delete from linkage.reopened o using named n where o.verdict_id = n.verdict_id),
seconds as (update linkage.second_opinion o set reason = '' from named n where o.verdict_id = n.verdict_id)
update linkage.verdict v
set key_a = coalesce(n.token_a, v.key_a), key_b = coalesce(n.token_b, v.key_b), reason = '',
    undone_at = coalesce(v.undone_at, now()), undone_by = coalesce(v.undone_by, :actor), undo_reason = 'forgotten'
from named n
where v.verdict_id = n.verdict_id
