update landing.pull
set state = :state, ended = clock_timestamp(), watermark = :watermark, header = :header, drift = :drift,
    pulled = :pulled, new = :new, changed = :changed, unchanged = :unchanged, quarantined = :quarantined,
    duplicates = :duplicates, withdrawn = :withdrawn, reason = :reason, message = :message
where pull_id = :pull
