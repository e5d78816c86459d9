update ops.run r
set state = :state, ended = clock_timestamp(), message = :message,
    worked = worked + coalesce(extract(epoch from clock_timestamp() - resumed), 0),
    children = (select count(*) from versions.child_version where superseded_at is null and valid_to is null),
    volunteers = (select count(*) from versions.volunteer_version where superseded_at is null and valid_to is null),
    versions = (select count(*) from versions.child_version v where v.run_id = r.run_id)
             + (select count(*) from versions.volunteer_version v where v.run_id = r.run_id),
    review = (select count(*) from linkage.review_pair),
    (access_count, access_hash) = (select h.count, encode(h.hash, 'hex') from audit.head h)
where r.run_id = :run
