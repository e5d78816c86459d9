-- A withdrawn record keeps the attributes it had. A record whose content came again with another stamp only moves its
-- reference; it counts as changed only if what it says has changed.
with written as (
    insert into mapping.source_record as r
        (population, feed, source_key, withdrawn, observed_at, pull_id, seq, attributes, raw, doubts, changed_run)
    select :population, :feed, source_key, withdrawn, observed_at, pull_id, seq, attributes, raw, doubts, :run
    from staged
    on conflict (feed, source_key) do update
    set withdrawn = excluded.withdrawn,
        observed_at = case when excluded.withdrawn then r.observed_at else excluded.observed_at end,
        pull_id = excluded.pull_id,
        seq = excluded.seq,
        attributes = case when excluded.withdrawn then r.attributes else excluded.attributes end,
        raw = case when excluded.withdrawn then r.raw else excluded.raw end,
        doubts = case when excluded.withdrawn then r.doubts else excluded.doubts end,
        changed_run = case
            when r.withdrawn is distinct from excluded.withdrawn
              or not excluded.withdrawn
                 and (r.attributes, r.doubts) is distinct from (excluded.attributes, excluded.doubts)
            then :run
            else r.changed_run
        end
    returning r.changed_run
)
select count(*) filter (where changed_run is not null)::integer from written
