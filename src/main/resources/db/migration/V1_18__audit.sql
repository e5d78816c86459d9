-- Who looked at whom: append only, each row bound to the one before it, so that no row can be taken out or altered unseen.
create schema audit;
alter schema audit owner to childfile_owner;
grant usage on schema audit to childfile_writer, childfile_views, childfile_api;

create table audit.access (
    seq bigint primary key,
    at timestamptz not null,
    subject text not null,
    role text not null,
    purpose text not null,
    door text not null,
    action text not null,
    person_id text,
    attributes text[] not null,
    detail text not null,
    previous_hash bytea not null,
    hash bytea not null,
    -- The chain is bound by a key that the database does not know: the program reckons each hash, and the database takes rows only
    -- where they go on from its last one. Also kept: who issued the token that was shown, and why it was asked.
    issuer text not null default '',
    reason text not null default '',
    key_id text not null default '',
    -- The same of who looked at a report.
    report boolean not null default true
);
create index access_at on audit.access using brin (at);
create index access_person on audit.access (report, person_id, seq);
comment on table audit.access is 'One row a person that somebody was shown, or one without a person where an access concerns none. Written by audit.append alone.';
comment on column audit.access.key_id is 'The name of the key that binds the row; empty for rows of the time before there was one, which are bound by a digest that anybody can reckon.';
comment on column audit.access.report is 'Whether it tells of a confidential report, by what was one when it was written; not bound by the chain.';

-- The lock of the chain, and what betrays that its last rows are gone.
create table audit.head (
    one boolean primary key default true check (one),
    count bigint not null,
    hash bytea not null,
    key_id text not null default ''
);
comment on table audit.head is 'How many accesses were recorded, and the hash of the last one.';
comment on column audit.head.key_id is 'The name of the key that bound the last access; empty for none.';

-- At 14, 16 and 18 the law sees a child anew.
create table audit.age_event (
    person_id text not null,
    age integer not null check (age in (14, 16, 18)),
    since date not null,
    run_id text not null,
    at timestamptz not null,
    primary key (person_id, age)
);
create index age_event_run on audit.age_event (run_id);
create index age_event_adult on audit.age_event (person_id) where age = 18;
comment on table audit.age_event is 'That a child is of an age by a file: since the day after the birthday, as courts count. Written once.';

create table audit.clock (
    one boolean primary key default true check (one),
    day date not null
);
comment on table audit.clock is 'Until which day the clocks are read.';

create table audit.approval (
    approval_id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    subject text not null,
    person text not null,
    action text not null,
    request bytea not null,
    persons integer not null,
    reason text not null,
    decided_at timestamptz,
    decided_by text,
    granted boolean,
    expires timestamptz,
    used_at timestamptz,
    check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (granted is null)),
    check (used_at is null or granted)
);
create index approval_open on audit.approval (request) where used_at is null;
comment on table audit.approval is 'Who asked for more than one person may see alone, what a second person said to it, and whether it was used, which it is once.';
comment on column audit.approval.person is 'Who asked, whatever account was used.';
comment on column audit.approval.request is 'SHA-256 of the command''s words but for its reason: the consent is to that command alone.';

-- The anchors of the access log that runs took, sealed by the log's key, and who was sent each.
create table audit.anchor (
    anchor_id bigint generated always as identity primary key,
    run_id text not null,
    at timestamptz not null,
    count bigint not null,
    hash text not null,
    key_id text not null,
    seal text not null
);
comment on table audit.anchor is 'What the access log was at the end of each run, as it was sent to where this database''s owner cannot rewrite it.';

create table audit.anchor_push (
    anchor_id bigint not null references audit.anchor,
    connector text not null,
    attempts integer not null default 0,
    sent_at timestamptz,
    failure text not null default '',
    primary key (anchor_id, connector)
);
create index anchor_push_waiting on audit.anchor_push (connector, anchor_id) where sent_at is null;
comment on table audit.anchor_push is 'Who was sent an anchor, and when; one that was not sent goes first with the next run.';

insert into audit.head (count, hash) values (0, '\x');

grant select on audit.access, audit.head to childfile_writer;
grant select, insert, update, delete on audit.age_event, audit.clock to childfile_writer;
grant select, insert, update on audit.anchor_push, audit.approval to childfile_writer;
grant select, insert on audit.anchor to childfile_writer;
grant select on audit.access, audit.age_event to childfile_views;
