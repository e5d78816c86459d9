-- What the rules say of a child's file: kinds of difficulty, signs, hidden children, grades of risk.
create schema digitalfile;
alter schema digitalfile owner to childfile_owner;
grant usage on schema digitalfile to childfile_writer, childfile_views;

-- What rules say of children, and what was found at the door. Rows are superseded, never overwritten.
create table digitalfile.rule (
    part text not null check (part in ('kind', 'hidden', 'signal', 'risk')),
    rule text not null,
    version text not null,
    valid_from date not null,
    valid_to date,
    grade text check (grade in ('yellow', 'red')),
    law text not null,
    zh text not null,
    en text not null,
    primary key (part, rule, version)
);
comment on table digitalfile.rule is 'The rules as their files said when a run last read them; a version that is no longer in a file stays.';

create table digitalfile.finding (
    finding_id bigint generated always as identity primary key,
    child_id text not null,
    rule text not null,
    outcome text not null check (outcome in ('confirmed', 'not-so', 'known')),
    found_on date not null,
    substance text not null,
    reason text,
    actor text not null,
    at timestamptz not null,
    undone_at timestamptz,
    undone_by text,
    undo_reason text,
    constraint finding_child_person foreign key (child_id) references linkage.person
);
create index finding_child on digitalfile.finding (child_id);
comment on table digitalfile.finding is 'What persons found at the door of a hidden child: it outranks the rule. It follows the child when files are joined.';
comment on column digitalfile.finding.substance is 'What the evidence said then; "not so" holds as long as it says the same.';
comment on column digitalfile.finding.reason is 'Sealed (~.…).';

create table digitalfile.hit (
    hit_id bigint generated always as identity primary key,
    child_id text not null,
    part text not null,
    rule text not null,
    rule_version text not null,
    evidence jsonb not null,
    grounds jsonb not null,
    substance text not null,
    state text not null check (state in ('open', 'confirmed', 'known', 'not-so')),
    finding_id bigint,
    since date not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    run_id text not null,
    check (superseded_at is null or superseded_at >= recorded_at)
);
create unique index hit_current on digitalfile.hit (child_id, part, rule) where superseded_at is null;
create index hit_rule on digitalfile.hit (part, rule) where superseded_at is null;
create index hit_ended on digitalfile.hit (superseded_at) where superseded_at is not null;
comment on table digitalfile.hit is 'A rule that fires for a child, from a night (recorded_at) until another (superseded_at).';
comment on column digitalfile.hit.evidence is 'The values that it rests on; those of sensitive attributes stand sealed (~.…).';
comment on column digitalfile.hit.grounds is 'Lists of attributes: who may see all of one list may see that the rule fires.';
comment on column digitalfile.hit.state is 'Of a hidden child: what was found at the door.';
comment on column digitalfile.hit.since is 'The first day on which it stood without a break.';

create table digitalfile.risk (
    child_id text not null,
    grade text not null check (grade in ('green', 'yellow', 'red')),
    rules text[] not null,
    since date not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    run_id text not null
);
create unique index risk_current on digitalfile.risk (child_id) where superseded_at is null;
create index risk_child on digitalfile.risk (child_id) where superseded_at is not null;
comment on table digitalfile.risk is 'The grade of risk of each child under 18 that has a file, over time.';

create table digitalfile.hidden_change (
    seq bigint generated always as identity primary key,
    run_id text not null,
    day date not null,
    at timestamptz not null,
    child_id text not null,
    rule text not null,
    change text not null check (change in ('appeared', 'gone')),
    reason text not null
);
create index hidden_change_run on digitalfile.hidden_change (run_id);
create index hidden_change_child on digitalfile.hidden_change (child_id);

create table digitalfile.risk_change (
    seq bigint generated always as identity primary key,
    run_id text not null,
    at timestamptz not null,
    child_id text not null,
    before text,
    after text,
    rules text[] not null
);
create index risk_change_child on digitalfile.risk_change (child_id);
comment on table digitalfile.risk_change is 'A change of grade. That a child came green into the register, or left it green, is none.';

-- Rules are applied again only to a child of whom something else is known, or on a day on which an age or a term runs out.
create table digitalfile.assessed (
    child_id text primary key,
    inputs text not null,
    since date not null,
    until date
);
comment on table digitalfile.assessed is 'To what the rules were last applied, a row a child.';
comment on column digitalfile.assessed.inputs is 'Digest of all that rules ask for: the file and its sources, records that feeds took back, care, findings, and the rules in force; empty where the child could not be worked on.';
comment on column digitalfile.assessed.since is 'The day as of which the rules were applied.';
comment on column digitalfile.assessed.until is 'The first day on which an age or a term may make rules say something else of the same inputs; null never.';

grant select, insert, update, delete, truncate, maintain on all tables in schema digitalfile to childfile_writer;
grant select on all tables in schema digitalfile to childfile_views;
