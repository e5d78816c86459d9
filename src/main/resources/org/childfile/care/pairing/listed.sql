create temporary table if not exists listed (
    record_id bigint not null,
    pairing_id text primary key,
    withdrawn boolean not null,
    volunteer_key text,
    roster_key text,
    person_key text,
    id_number_index bytea,
    started_on date,
    ended_on date,
    end_reason text
) on commit delete rows
