-- Open requests that have become needless: the correction was taken back, or the record came to say the same.
select r.request_id,
       case when c.undone_at is not null or c.erased_at is not null then 'withdrawn' else 'feed-agrees' end as outcome
from rectification.request r
join subject.correction c using (correction_id)
where r.ended_at is null and (r.leased_until is null or r.leased_until <= now())
  and (c.settled_at is not null or c.undone_at is not null or c.erased_at is not null
       or not exists (
           select from subject.outranked o
           where o.correction_id = r.correction_id and o.feed = r.feed and o.source_key = r.source_key))
order by r.request_id
