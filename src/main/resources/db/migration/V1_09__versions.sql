-- Every version of every file. A row is never changed but for being superseded, and for where its values come from.
create schema versions;
alter schema versions owner to childfile_owner;
grant usage on schema versions to childfile_writer, childfile_views;

create table versions.child_version (
    person_id text not null,
    version integer not null,
    name text,
    sex text,
    birth_date date,
    id_number text,
    ethnic_group text,
    registered_division text,
    residence_division text,
    residence_address text,
    kinds text[],
    on_roster boolean,
    guardian_name text,
    guardian_kinship text,
    guardian_phone text,
    father_name text,
    father_state text,
    mother_name text,
    mother_state text,
    school_code text,
    school_name text,
    grade text,
    enrolment_state text,
    boarding boolean,
    left_behind boolean,
    migrant boolean,
    disability_category text,
    disability_grade text,
    diagnoses text[],
    insurance_state text,
    subsidised boolean,
    feeds text[] not null,
    changed text[] not null,
    provenance jsonb storage external not null,
    conflicts jsonb not null,
    content_hash bytea not null,
    valid_from date not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    run_id text not null,
    valid_to date,
    name_pinyin text,
    -- What identifies a person directly is masked in the columns and documents, and whole in one sealed box a row.
    identifiers bytea,
    id_number_index bytea,
    -- A search within a district reads an index in the order of names and stops when it has enough.
    residence_district text collate "C" generated always as (left(residence_division, 6)) stored,
    registered_district text collate "C" generated always as (left(registered_division, 6)) stored,
    -- Names are kept as they are registered; what is compared and searched is the form without variants and traditional characters.
    name_normal text,
    primary key (person_id, version),
    -- The person by a number made of the id: GiST compares texts at six times the cost, and two of a million persons share a
    -- number once in forty million cities.
    constraint child_one_truth exclude using gist (
        hashtextextended(person_id, 0) with =,
        daterange(valid_from, valid_to) with &&,
        tstzrange(recorded_at, superseded_at) with &&),
    constraint some_day check (valid_from < valid_to),
    constraint some_time check (recorded_at < superseded_at)
);
create unique index child_current on versions.child_version (person_id)
    where superseded_at is null and valid_to is null;
create index child_id_number on versions.child_version (id_number_index)
    where superseded_at is null and valid_to is null;
create index child_birth on versions.child_version (birth_date)
    where superseded_at is null and valid_to is null;
create index child_version_run on versions.child_version using brin (run_id);
create index child_residence_pinyin on versions.child_version
    (residence_district, name_pinyin collate "C", person_id) where superseded_at is null and valid_to is null;
create index child_registered_pinyin on versions.child_version
    (registered_district, name_pinyin collate "C", person_id) where superseded_at is null and valid_to is null;
create index child_residence on versions.child_version (residence_division collate "C")
    where superseded_at is null and valid_to is null;
create index child_registered on versions.child_version (registered_division collate "C")
    where superseded_at is null and valid_to is null;
create index child_residence_name on versions.child_version
    (residence_district, name_normal collate "C", person_id) where superseded_at is null and valid_to is null;
create index child_registered_name on versions.child_version
    (registered_district, name_normal collate "C", person_id) where superseded_at is null and valid_to is null;
create index child_registered_spelling on versions.child_version
    (name collate "C", person_id) where superseded_at is null and valid_to is null and name <> name_normal;
comment on column versions.child_version.father_state is 'Sealed (~.…): the same text of the same child is the same each time.';
comment on column versions.child_version.mother_state is 'Sealed (~.…).';
comment on column versions.child_version.disability_category is 'Sealed (~.…).';
comment on column versions.child_version.disability_grade is 'Sealed (~.…).';
comment on column versions.child_version.diagnoses is 'Each sealed (~.…).';
comment on column versions.child_version.provenance is 'Every value with its source and rule; read it through mart.child_value. Identifiers are masked, texts of sensitive attributes stand sealed (~.…).';
comment on column versions.child_version.content_hash is 'A keyed digest of what the version says.';
comment on column versions.child_version.identifiers is 'Sealed: what the masks of this row hide.';
comment on column versions.child_version.id_number_index is 'A keyed index of the id number, for the exact look-up.';
comment on column versions.child_version.residence_district is 'The district of residence, for searching.';
comment on column versions.child_version.registered_district is 'The district of registration, for searching.';
comment on column versions.child_version.name_normal is 'The name in the form in which names are compared and searched.';

create table versions.volunteer_version (
    person_id text not null,
    version integer not null,
    name text,
    sex text,
    id_number text,
    birth_date date,
    post text,
    organisation text,
    division text,
    phone text,
    address text,
    skills text[],
    capacity integer,
    training text[],
    in_post boolean,
    feeds text[] not null,
    changed text[] not null,
    provenance jsonb storage external not null,
    conflicts jsonb not null,
    content_hash bytea not null,
    valid_from date not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    run_id text not null,
    valid_to date,
    name_pinyin text,
    identifiers bytea,
    id_number_index bytea,
    name_normal text,
    primary key (person_id, version),
    constraint volunteer_one_truth exclude using gist (
        hashtextextended(person_id, 0) with =,
        daterange(valid_from, valid_to) with &&,
        tstzrange(recorded_at, superseded_at) with &&),
    constraint some_day check (valid_from < valid_to),
    constraint some_time check (recorded_at < superseded_at)
);
create unique index volunteer_current on versions.volunteer_version (person_id)
    where superseded_at is null and valid_to is null;
create index volunteer_division_name on versions.volunteer_version
    (division collate "C", name collate "C") where superseded_at is null and valid_to is null;
create index volunteer_id_number on versions.volunteer_version (id_number_index)
    where superseded_at is null and valid_to is null;
comment on column versions.volunteer_version.provenance is 'Every value with its source and rule; read it through mart.volunteer_value.';
comment on column versions.volunteer_version.content_hash is 'A keyed digest of what the version says.';
comment on column versions.volunteer_version.identifiers is 'Sealed: what the masks of this row hide.';
comment on column versions.volunteer_version.id_number_index is 'A keyed index of the id number, for the exact look-up.';
comment on column versions.volunteer_version.name_normal is 'The name in the form in which names are compared and searched.';

-- What changed, in the order in which it became visible: what other programs follow.
create table versions.change_batch (
    batch_id bigint generated always as identity primary key,
    position bigint unique,
    at timestamptz not null default now(),
    first_number bigint,
    last_number bigint
);
comment on table versions.change_batch is 'The changes of one transaction. Its position is given at commit, under a lock that is held until the commit is done: who has read up to a position has read everything before it, however long a transaction took.';

create table versions.change (
    batch_id bigint not null,
    number bigint generated always as identity,
    kind text not null check (kind in ('version', 'created', 'joined', 'split', 'moved', 'retired', 'erased')),
    population text not null,
    person_id text not null,
    version integer,
    other_id text,
    primary key (batch_id, number)
);
comment on table versions.change is 'One change: a version that was written, or what happened to a person''s id. Without foreign keys: it outlives what it tells of.';

create table versions.change_lock (
    one boolean primary key default true check (one)
);
comment on table versions.change_lock is 'One row: whoever gives a batch its position holds a lock on it until the commit is done.';

-- A version that stands while its values come to rest on other records keeps where they were from before.
create table versions.earlier_sources (
    person_id text not null,
    version integer not null,
    superseded_at timestamptz not null,
    sources jsonb not null,
    primary key (person_id, version, superseded_at)
);
comment on table versions.earlier_sources is 'Where values of a version were from until other records came to say the same: a row a night in which that changed.';
comment on column versions.earlier_sources.sources is 'For each attribute whose source changed [feed, key, stamp, rule] as they were until superseded_at.';

insert into versions.change_lock default values;

-- The positions of batches of changes.
create sequence versions.change_position;

grant select, insert, update, delete, truncate, maintain on versions.change, versions.change_batch,
    versions.child_version, versions.earlier_sources, versions.volunteer_version to childfile_writer;
grant select, update on versions.change_lock to childfile_writer;
grant select on versions.change, versions.change_batch, versions.child_version, versions.earlier_sources,
    versions.volunteer_version to childfile_views;
grant usage, select, update on all sequences in schema versions to childfile_writer;
