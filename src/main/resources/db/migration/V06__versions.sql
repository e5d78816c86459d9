-- Every version of every file. A row is never changed but for being superseded, and for where its values come from.
create schema versions;

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
    provenance jsonb not null,
    conflicts jsonb not null,
    content_hash bytea not null,
    valid_from date not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    run_id text not null,
    primary key (person_id, version)
);
create unique index child_current on versions.child_version (person_id) where superseded_at is null;

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
    provenance jsonb not null,
    conflicts jsonb not null,
    content_hash bytea not null,
    valid_from date not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    run_id text not null,
    primary key (person_id, version)
);
create unique index volunteer_current on versions.volunteer_version (person_id) where superseded_at is null;

-- {"sources": [[feed, key, stamp], …], "values": {attribute: [value, number of its source, rule], …}}
comment on column versions.child_version.provenance is 'Every value with its source and rule; read it through mart.child_value.';
comment on column versions.volunteer_version.provenance is 'Every value with its source and rule; read it through mart.volunteer_value.';
alter table versions.child_version alter column provenance set storage external;
alter table versions.volunteer_version alter column provenance set storage external;
