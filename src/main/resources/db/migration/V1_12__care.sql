-- The six ones (六个一): what each pairing owes, and what was done.
create schema care;
alter schema care owner to childfile_owner;
grant usage on schema care to childfile_writer, childfile_views;

create table care.duty (
    pairing_id text not null,
    kind text not null check (kind in ('VISIT', 'TALK', 'GUARDIAN', 'TEACHER', 'ACTIVITY', 'FESTIVAL')),
    period_start date not null,
    period_end date not null,
    state text not null check (state in ('due', 'done', 'attempted', 'excused', 'overdue')),
    done_at timestamptz,
    last_at timestamptz,
    primary key (pairing_id, kind, period_start)
);
comment on table care.duty is 'The six ones (六个一): a row an owed period of a pairing, the first and the last day of the period, and how it stands.';
comment on column care.duty.done_at is 'When it was first done in the period; null while it was not.';
comment on column care.duty.last_at is 'When it was last done in the period; null while it was not.';

-- What the care ledger is computed from, and what persons say of single duties.
create table care.contact (
    record_id bigint primary key,
    pairing_id text not null,
    kind text not null,
    at timestamptz not null
);
create index contact_pairing on care.contact (pairing_id);
comment on table care.contact is 'The care records that stand, one a row, as far as the ledger needs them: record_id is that of mapping.source_record.';

create table care.pair (
    pairing_id text primary key,
    since date not null,
    until date,
    teacher boolean not null,
    division text not null,
    birth_date date,
    last_contact timestamptz,
    ahead boolean not null
);
comment on table care.pair is 'By what each pairing''s duties were last computed: when that changes, they are computed anew.';
comment on column care.pair.teacher is 'Whether the child has a class teacher.';
comment on column care.pair.division is 'Where the child lives, else is registered, else where the caring mother is: up to 12 digits; empty if nobody knows.';
comment on column care.pair.last_contact is 'The last care record of any kind until the ledger''s day, as far back as the ledger goes.';
comment on column care.pair.ahead is 'Whether care records are dated after the ledger''s day.';

create table care.ledger (
    one boolean primary key default true check (one),
    day date not null,
    silent_days integer not null,
    rules text not null
);
comment on table care.ledger is 'The day on which the ledger stands, and the rules (mappings/care.yaml) that it was computed by.';

create table care.mark (
    mark_id bigint generated always as identity primary key,
    pairing_id text not null,
    kind text not null check (kind in ('VISIT', 'TALK', 'GUARDIAN', 'TEACHER', 'ACTIVITY', 'FESTIVAL')),
    day date not null,
    mark text not null check (mark in ('attempted', 'excused')),
    reason text not null check (reason <> ''),
    actor text not null check (actor <> ''),
    at timestamptz not null default clock_timestamp()
);
create index mark_pairing on care.mark (pairing_id);
comment on table care.mark is 'What persons said of the duty of a kind in whose period a day lies. Only ever added to.';
comment on column care.mark.reason is 'Sealed (~.…).';

create table care.mark_undone (
    mark_id bigint primary key references care.mark,
    reason text not null check (reason <> ''),
    actor text not null check (actor <> ''),
    at timestamptz not null default clock_timestamp()
);
comment on table care.mark_undone is 'Marks that hold no longer. Only ever added to.';

create table care.problem (
    record_id bigint primary key,
    feed text not null,
    source_key text not null,
    pairing_id text not null,
    kind text not null,
    at timestamptz not null,
    problem text not null,
    since date not null
);
comment on table care.problem is 'Care records that fit no pairing in force, with the day of the run that found it.';

grant select, insert, update, delete, truncate, maintain on all tables in schema care to childfile_writer;
grant select on all tables in schema care to childfile_views;
