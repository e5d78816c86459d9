-- A snapshot that lacks a key withdraws it, unless the key came after it.
with withdrawn as (
    update landing.current
    set withdrawn = true
    where feed = :feed and key = any (:keys) and not withdrawn and pull_id < :pull
    returning key
)
insert into landing.pending (feed, key)
select :feed, key from withdrawn
