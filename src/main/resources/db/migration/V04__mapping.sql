-- Standard source records: one a key of a feed, normalised, beside what it came from.
create schema mapping;

create table mapping.feed_mapping (
    feed text primary key,
    digest text not null
);
comment on table mapping.feed_mapping is 'The digest of the mapping by which a feed was last mapped; another one means that all of it is mapped anew.';

create table mapping.source_record (
    record_id bigint generated always as identity primary key,
    population text not null,
    feed text not null,
    source_key text not null,
    withdrawn boolean not null,
    observed_at timestamptz not null,
    pull_id bigint not null,
    seq integer not null,
    attributes jsonb not null,
    raw jsonb,
    doubts jsonb,
    unique (feed, source_key)
);
create index source_record_pull on mapping.source_record (pull_id);
create index source_record_population on mapping.source_record (population);
comment on column mapping.source_record.raw is 'By attribute the text as it came, where it differs from the normalised value.';
comment on column mapping.source_record.doubts is 'By attribute why its value is no evidence: an id number with a wrong check, say.';

create table mapping.changed_record (
    record_id bigint primary key,
    population text not null,
    run_id text not null
);
comment on table mapping.changed_record is 'Records that a run changed, until they have been linked.';
