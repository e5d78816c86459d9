create temporary table planned (
    child_id text primary key,
    reason text not null,
    cause text not null,
    urgency text not null,
    division text,
    former_id text,
    volunteer_id text,
    reasons jsonb not null,
    detail jsonb not null
) on commit drop
