-- A stream run rests. What is counted over whole tables is not counted by each of its rounds.
update ops.run r
set state = :state, ended = clock_timestamp(), message = :message,
    worked = worked + coalesce(extract(epoch from clock_timestamp() - resumed), 0),
    children = case when :count or r.children is null then (
        select count(*) from versions.child_version where superseded_at is null and valid_to is null) else r.children end,
    volunteers = case when :count or r.volunteers is null then (
        select count(*) from versions.volunteer_version where superseded_at is null and valid_to is null) else r.volunteers end,
    versions = case when :count or r.versions is null then (select count(*) from versions.child_version v where v.run_id = r.run_id)
                                     + (select count(*) from versions.volunteer_version v where v.run_id = r.run_id)
               else r.versions end,
    review = case when :count or r.review is null then (select count(*) from linkage.review_pair) else r.review end,
    (access_count, access_hash) = (select h.count, encode(h.hash, 'hex') from audit.head h)
where r.run_id = :run
