create temporary table if not exists care_changed (record_id bigint) on commit delete rows;
create temporary table if not exists care_affected (pairing_id text) on commit delete rows;
create temporary table if not exists care_now (
    pairing_id text not null,
    since date not null,
    until date,
    teacher boolean not null,
    division text not null,
    birth_date date
) on commit delete rows;
create temporary table if not exists care_staged (like care.duty) on commit delete rows;
create temporary table if not exists care_found (
    record_id bigint not null,
    pairing_id text not null,
    kind text not null,
    at timestamptz not null,
    problem text not null
) on commit delete rows
