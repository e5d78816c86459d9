-- Standard source records: one a key of a feed, normalised, beside what it came from.
create schema mapping;
alter schema mapping owner to childfile_owner;
grant usage on schema mapping to childfile_writer, childfile_views;

create table mapping.feed_mapping (
    feed text primary key,
    digest text not null,
    trusted_round boolean not null default false
);
comment on table mapping.feed_mapping is 'The digest of the mapping by which a feed was last mapped; another one means that all of it is mapped anew.';
comment on column mapping.feed_mapping.trusted_round is 'A number that ends in 000 was taken for sound; the feed is mapped anew when one of its fields turns out to hold eaten ones.';

create table mapping.source_record (
    record_id bigint generated always as identity primary key,
    population text not null,
    feed text not null,
    source_key text not null,
    withdrawn boolean not null,
    observed_at timestamptz not null,
    pull_id bigint not null,
    seq integer not null,
    attributes json not null,
    doubts json,
    identifiers bytea,
    identifiers_digest bytea,
    unique (feed, source_key)
);
create index source_record_pull on mapping.source_record (pull_id);
create index source_record_population on mapping.source_record (population);
-- Which withdrawn records there are: few beside all others.
create index source_record_withdrawn on mapping.source_record (record_id) where withdrawn;
comment on column mapping.source_record.attributes is 'Values by attribute, but those that are sealed (attributes.csv).';
comment on column mapping.source_record.doubts is 'By attribute why its value is no evidence: an id number with a wrong check, say.';
comment on column mapping.source_record.identifiers is 'Sealed: {"attributes": values of the attributes that are sealed, "raw": by attribute the text as it came, where it differs from the normalised value}.';
comment on column mapping.source_record.identifiers_digest is 'A keyed digest of the sealed attributes: tells whether they changed.';

create table mapping.changed_record (
    record_id bigint primary key,
    population text not null,
    run_id text not null
);
comment on table mapping.changed_record is 'Records that a run changed, until they have been linked.';

-- Which fields of a feed hold id numbers that a spreadsheet took for quantities.
create table mapping.eaten_field (
    feed text not null,
    field text not null,
    primary key (feed, field)
);
comment on table mapping.eaten_field is 'Fields that hold id numbers whose last digits a spreadsheet ate: a number that ends in 000 is none there, whether or not its check character fits.';

create table mapping.unnamed_character (
    run_id text not null,
    feed text not null,
    records integer not null,
    characters bigint not null,
    primary key (run_id, feed)
);
comment on table mapping.unnamed_character is 'Private-use characters that nobody can name, by run and feed.';

grant select, insert, update, delete, truncate, maintain on all tables in schema mapping to childfile_writer;
grant select on mapping.source_record, mapping.unnamed_character to childfile_views;
grant usage, select, update on all sequences in schema mapping to childfile_writer;
