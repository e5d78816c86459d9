-- What the law gives the person: to have a file corrected, to be forgotten, to be told all that is held.
create schema subject;
alter schema subject owner to childfile_owner;
grant usage on schema subject to childfile_writer, childfile_views;

create table subject.correction (
    correction_id bigint generated always as identity primary key,
    person_id text not null,
    attribute text not null,
    said bytea,
    since date,
    actor text not null,
    at timestamptz not null,
    settled_at timestamptz,
    settled_run text,
    undone_at timestamptz,
    undone_by text,
    undo_reason text,
    erased_at timestamptz,
    check (settled_at is null or undone_at is null),
    check ((said is null) = (erased_at is not null)),
    constraint correction_person foreign key (person_id) references linkage.person
);
create unique index correction_in_force on subject.correction (person_id, attribute)
    where settled_at is null and undone_at is null and erased_at is null;
comment on table subject.correction is 'What a person proved to be true of somebody, against the feeds. In force until the feeds say so themselves (settled) or it is undone. Kept for good, but for what was said when the person is forgotten.';
comment on column subject.correction.said is 'Sealed: the value and its proof.';

-- Who is forgotten, and what keeps the next feed from bringing them back: keyed hashes, no values.
create table subject.tombstone (
    feed text not null,
    token text not null,
    primary key (feed, token)
);
comment on table subject.tombstone is 'The keyed hash of each key of a forgotten person''s records, by feed; of its id number, with the feed blank; and of a known text, with the feed ''check'', by which a lost key shows.';

create table subject.erasure (
    erasure_id bigint generated always as identity primary key,
    person_id text not null,
    reason text not null,
    actor text not null,
    at timestamptz not null,
    refused boolean not null,
    records integer not null,
    versions integer not null,
    kept jsonb not null
);
comment on table subject.erasure is 'Each request to forget a person: what was erased, what was kept and why, or that it was refused.';

create table subject.returned (
    pull_id bigint primary key,
    records integer not null
);
comment on table subject.returned is 'How many records of forgotten persons a pull brought again; they were emptied before anything of them was kept, and count as unchanged.';

-- Requests to the departments whose records were proved wrong.
create table subject.outranked (
    correction_id bigint not null references subject.correction,
    feed text not null,
    source_key text not null,
    primary key (correction_id, feed, source_key)
);
comment on table subject.outranked is 'Which records say otherwise than a correction, as of when the person''s file was last written. Keys as they stand in the tables.';

grant select, insert on subject.erasure, subject.returned, subject.tombstone to childfile_writer;
grant select, insert, update on subject.correction to childfile_writer;
grant select, insert, update, delete, truncate, maintain on subject.outranked to childfile_writer;
grant select on subject.correction, subject.erasure, subject.outranked, subject.returned to childfile_views;
