create temporary table if not exists incoming (
    seq integer not null,
    place text not null,
    key text,
    hash bytea not null,
    updated timestamptz,
    deletion boolean not null,
    content bytea not null,
    reason text,
    field text,
    text text
) on commit delete rows
