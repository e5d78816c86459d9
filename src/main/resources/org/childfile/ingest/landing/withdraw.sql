-- A snapshot that lacks a key withdraws it.
with withdrawn as (
    update landing.current
    set withdrawn = true
    where feed = :feed and key = any (:keys) and not withdrawn
    returning key
)
insert into landing.pending (feed, key)
select :feed, key from withdrawn
