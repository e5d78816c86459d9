create temporary table if not exists fresh_hit (
    child_id text not null,
    part text not null,
    rule text not null,
    rule_version text not null,
    evidence jsonb not null,
    grounds jsonb not null,
    substance text not null,
    state text not null default 'open',
    finding_id bigint,
    primary key (child_id, part, rule)
) on commit delete rows;
create temporary table if not exists fresh_risk (
    child_id text primary key,
    grade text not null,
    rules text[] not null
) on commit delete rows;
create temporary table if not exists fresh_until (
    child_id text primary key,
    until date
) on commit delete rows;
-- Who is looked at.
create temporary table if not exists asked_child (
    child_id text primary key
) on commit delete rows;
-- What rules ask for beside the file itself.
create temporary table if not exists asked_withdrawn (
    person_id text not null,
    feed text not null,
    source_key text not null,
    observed_at timestamptz not null,
    attributes jsonb not null,
    identifiers bytea,
    gone_on date
) on commit delete rows;
create temporary table if not exists asked_care (
    child_id text primary key,
    paired_since date,
    met_on date
) on commit delete rows;
create temporary table if not exists asked_input (
    child_id text primary key,
    inputs text not null
) on commit delete rows;
truncate fresh_hit, fresh_risk, fresh_until, asked_child, asked_withdrawn, asked_care, asked_input
