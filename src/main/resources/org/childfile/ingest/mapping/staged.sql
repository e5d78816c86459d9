create temporary table if not exists staged (
    population text not null,
    feed text not null,
    source_key text not null,
    withdrawn boolean not null,
    observed_at timestamptz not null,
    pull_id bigint not null,
    seq integer not null,
    attributes json not null,
    identifiers bytea,
    identifiers_digest bytea,
    doubts json
) on commit delete rows;
truncate staged
