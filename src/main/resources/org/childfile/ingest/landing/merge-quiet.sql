-- A pull of a stream run that brought nothing is booked with the one before it, where that one brought nothing either and ended
-- in the same way. Where the next pull goes on is that of the later one.
with fresh as (
    select * from landing.pull where pull_id = :pull and stream = 'pull' and state in ('landed', 'failed')
),
former as (
    select p.* from landing.pull p join fresh f on f.feed = p.feed and f.run_id = p.run_id and p.pull_id < f.pull_id
    order by p.pull_id desc
    limit 1
),
quiet as (
    select o.pull_id as into_id from former o join fresh f on o.stream = f.stream and o.state = f.state
    where not exists (select from landing.record r where r.pull_id in (o.pull_id, f.pull_id))
),
added as (
    update landing.pull p
    set pulled = p.pulled + f.pulled, unchanged = p.unchanged + f.unchanged, quarantined = p.quarantined + f.quarantined,
        duplicates = p.duplicates + f.duplicates, ended = f.ended, watermark = coalesce(f.watermark, p.watermark),
        header = f.header, drift = f.drift, reason = f.reason, message = f.message
    from fresh f, quiet q
    where p.pull_id = q.into_id
)
delete from landing.pull p using quiet q where p.pull_id = :pull
