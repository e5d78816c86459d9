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
truncate fresh_hit, fresh_risk
