create temporary table if not exists staged (
    source_key text not null,
    withdrawn boolean not null,
    observed_at timestamptz not null,
    pull_id bigint not null,
    seq integer not null,
    attributes jsonb not null,
    raw jsonb,
    doubts jsonb
) on commit delete rows
