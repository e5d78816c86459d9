-- The content stands, but its values rest on other records now. Where they were from stays known.
with was as (
    select provenance from :table
    where person_id = :person and version = :version and superseded_at is null
),
now (provenance) as (select :provenance::jsonb),
moved as (
    select jsonb_object_agg(w.attribute, w.source) as sources
    from (select a.key as attribute, (p.provenance -> 'sources' -> (a.value ->> 1)::integer) || (a.value -> 2) as source
          from was p, jsonb_each(p.provenance -> 'values') a) w
    left join (select a.key as attribute, (p.provenance -> 'sources' -> (a.value ->> 1)::integer) || (a.value -> 2) as source
               from now p, jsonb_each(p.provenance -> 'values') a) n using (attribute)
    where w.source is distinct from n.source
),
kept as (
    insert into versions.earlier_sources (person_id, version, superseded_at, sources)
    select :person, :version, :at, sources from moved where sources is not null
)
update :table
set provenance = :provenance::jsonb, conflicts = :conflicts::jsonb, identifiers = :identifiers:columns
where person_id = :person and version = :version and superseded_at is null
