-- What comes of a damaged record next is another one, whatever it says, and whoever sends only what changed sends all.
with damaged as (
    update landing.current c
    set hash = decode(repeat('00', 32), 'hex')
    from set_aside a
    where c.feed = :feed and c.key = a.key and a.reason = 'DAMAGED'
    returning c.feed
)
update landing.pull p
set watermark = null
where p.feed in (select feed from damaged)
