-- Which source records are the same person.
create schema linkage;

create table linkage.person (
    person_id text primary key,
    population text not null,
    founded_run text not null,
    retired_into text references linkage.person (person_id)
);

create table linkage.membership (
    record_id bigint primary key,
    person_id text not null,
    decided_by text not null,
    weight double precision,
    since timestamptz not null
);
comment on table linkage.membership is 'Which person a record belongs to. Without foreign keys: a night writes all of it by one statement from the very rows they would look up.';
create index membership_person on linkage.membership (person_id);

create table linkage.block (
    key bigint not null,
    record_id bigint not null
);
create index block_key on linkage.block (key);
create index block_record on linkage.block (record_id);

create table linkage.edge (
    a bigint not null,
    b bigint not null,
    weight double precision not null,
    primary key (a, b),
    check (a < b)
);
create index edge_b on linkage.edge (b);

create table linkage.review_pair (
    a bigint not null,
    b bigint not null,
    weight double precision not null,
    since timestamptz not null,
    primary key (a, b)
);
create index review_pair_b on linkage.review_pair (b);
comment on table linkage.review_pair is 'Pairs of records of different persons that may be one: for clerical review.';

create table linkage.identity_change (
    seq bigint generated always as identity primary key,
    at timestamptz not null,
    run_id text not null,
    kind text not null check (kind in ('created', 'joined', 'split', 'moved', 'retired')),
    person_id text not null,
    other_id text
);

create table linkage.touched_person (
    person_id text primary key,
    population text not null
);
comment on table linkage.touched_person is 'Persons whose records or memberships changed and who are not merged yet.';
