-- Direct identifiers lie sealed from here on. Nothing here can be opened without the operator's master key.
do $$
begin
    if exists (select from landing.record) or exists (select from mapping.source_record) then
        raise exception 'this warehouse was filled before identifiers were sealed; begin a new one (another CHILDFILE_HOME or database), and the next night fills it';
    end if;
end $$;

create schema privacy;

create table privacy.data_key (
    key_id integer primary key check (key_id between 1 and 65535),
    kind text not null check (kind in ('seal', 'index')),
    cipher text not null check (cipher in ('AES-256-GCM', 'SM4-GCM')),
    master text not null,
    wrapped bytea not null,
    state text not null check (state in ('current', 'retiring', 'retired')),
    created timestamptz not null default now(),
    retired timestamptz
);
create unique index data_key_current on privacy.data_key (kind) where state = 'current';
comment on table privacy.data_key is 'The keys that values are sealed with (seal), and that indexes, digests and tokens are made with (index): each wrapped by the operator''s master key, which is not in the database.';
comment on column privacy.data_key.master is 'The name of the master key that wraps it.';
comment on column privacy.data_key.state is 'current: seals what is written. retiring: what it sealed is being sealed anew. retired: kept for what a process still wrote meanwhile.';

create table privacy.sealed_feed (
    feed text primary key
);
comment on table privacy.sealed_feed is 'The feeds whose keys hold id numbers: they stand in every table as tokens (~…), the same each night.';

-- The landing zone: contents as they came, sealed.
comment on column landing.record.content is 'The bytes as they came, sealed.';
comment on column landing.record.hash is 'A keyed digest of the bytes: tells whether they changed.';
alter table landing.record add column sealed_text bytea;
comment on column landing.record.text is 'The offending text, masked.';
comment on column landing.record.sealed_text is 'The offending text, sealed.';
comment on column landing.document.content is 'The bytes as they came, sealed.';
alter table landing.quarantine add column sealed_text bytea;
comment on column landing.quarantine.text is 'The offending text, masked.';
comment on column landing.quarantine.sealed_text is 'The offending text, sealed.';

-- Standard source records: what identifies a person directly stands in one sealed box.
alter table mapping.source_record drop column raw;
alter table mapping.source_record
    add column identifiers bytea,
    add column identifiers_digest bytea;
comment on column mapping.source_record.attributes is 'Values by attribute, but those of class identifier.';
comment on column mapping.source_record.identifiers is 'Sealed: {"attributes": values of class identifier, "raw": by attribute the text as it came, where it differs from the normalised value}.';
comment on column mapping.source_record.identifiers_digest is 'A keyed digest of the sealed attributes: tells whether they changed.';

-- Versions: what identifies a person directly is masked in the columns and documents, and whole in one sealed box a row.
alter table versions.child_version add column identifiers bytea, add column id_number_index bytea;
alter table versions.volunteer_version add column identifiers bytea, add column id_number_index bytea;
create index child_id_number on versions.child_version (id_number_index)
    where superseded_at is null and valid_to is null;
create index volunteer_id_number on versions.volunteer_version (id_number_index)
    where superseded_at is null and valid_to is null;
comment on column versions.child_version.identifiers is 'Sealed: what the masks of this row hide.';
comment on column versions.volunteer_version.identifiers is 'Sealed: what the masks of this row hide.';
comment on column versions.child_version.id_number_index is 'A keyed index of the id number, for the exact look-up.';
comment on column versions.volunteer_version.id_number_index is 'A keyed index of the id number, for the exact look-up.';
comment on column versions.child_version.content_hash is 'A keyed digest of what the version says.';
comment on column versions.volunteer_version.content_hash is 'A keyed digest of what the version says.';

grant usage on schema privacy to childfile_writer;
grant select, insert, update on privacy.data_key, privacy.sealed_feed to childfile_writer;
