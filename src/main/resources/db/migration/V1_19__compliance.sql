-- Breaches of personal information and impact assessments. Rows are added and kept; none is changed or deleted.
create schema compliance;
alter schema compliance owner to childfile_owner;
grant usage on schema compliance to childfile_writer, childfile_views;

create table compliance.matter (
    matter_id text primary key,
    sort text not null check (sort in ('breach', 'assessment')),
    kind text not null,
    title text not null,
    noticed_at timestamptz not null,
    opened_at timestamptz not null
);
comment on table compliance.matter is 'A breach (B…) or an impact assessment (P…). Kept at least three years after it was closed: nothing deletes it.';

create table compliance.entry (
    matter_id text not null references compliance.matter,
    number integer not null,
    at timestamptz not null,
    actor text not null,
    act text not null check (act in ('open', 'note', 'close')),
    step text,
    step_number integer,
    under_14 integer check (under_14 >= 0),
    others integer check (others >= 0),
    risk text check (risk in ('low', 'medium', 'high')),
    said bytea not null,
    primary key (matter_id, number)
);
comment on table compliance.entry is 'Everything that was said of a matter, in order, with who said it and when.';
comment on column compliance.entry.said is 'Sealed: {"what", "data", "harm", "measures", "scope", "reason"}.';

create table compliance.step (
    matter_id text not null references compliance.matter,
    step text not null,
    number integer not null,
    due_at timestamptz not null,
    primary key (matter_id, step, number)
);
comment on table compliance.step is 'What must be done about a matter, and by when; an entry that names it says that it was done.';

create table compliance.pack (
    year integer not null,
    made_at timestamptz not null,
    actor text not null
);
comment on table compliance.pack is 'When the yearly report on the protection of minors'' data was made, for which year.';

grant select, insert, update, maintain on all tables in schema compliance to childfile_writer;
grant select on all tables in schema compliance to childfile_views;
