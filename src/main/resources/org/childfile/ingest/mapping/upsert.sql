-- A withdrawn record keeps the attributes it had. A record whose content came again with another stamp only moves its
-- reference; it counts as changed only if what it says has changed. Sealed twice, the same identifiers are other bytes, so
-- their keyed digests are compared.
with written as (
    insert into mapping.source_record as r
        (population, feed, source_key, withdrawn, observed_at, pull_id, seq, attributes, identifiers,
         identifiers_digest, doubts)
    select population, feed, source_key, withdrawn, observed_at, pull_id, seq, attributes, identifiers,
           identifiers_digest, doubts
    from staged
    on conflict (feed, source_key) do update
    set withdrawn = excluded.withdrawn,
        observed_at = case when excluded.withdrawn then r.observed_at else excluded.observed_at end,
        pull_id = excluded.pull_id,
        seq = excluded.seq,
        attributes = case when excluded.withdrawn then r.attributes else excluded.attributes end,
        identifiers = case when excluded.withdrawn then r.identifiers else excluded.identifiers end,
        identifiers_digest = case when excluded.withdrawn then r.identifiers_digest else excluded.identifiers_digest end,
        doubts = case when excluded.withdrawn then r.doubts else excluded.doubts end
    returning new.record_id, new.population,
              old.record_id is null
              or old.withdrawn <> new.withdrawn
              or (old.attributes::text, old.doubts::text, old.identifiers_digest)
                  is distinct from (new.attributes::text, new.doubts::text, new.identifiers_digest) as changed
),
changes as (
    insert into mapping.changed_record (record_id, population, run_id)
    select record_id, population, :run
    from written
    where changed
    on conflict (record_id) do nothing
)
select count(*) filter (where changed)::integer from written
