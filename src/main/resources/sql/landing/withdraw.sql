-- A snapshot that lacks a key withdraws it.
update landing.current c
set withdrawn = true, pending = true
where c.feed = :feed
  and not c.withdrawn
  and not exists (select from incoming i where i.key = c.key)
