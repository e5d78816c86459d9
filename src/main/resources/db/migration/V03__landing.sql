-- What came from the departments, byte for byte, and which of it is in force.
create schema landing;

create table landing.pull (
    pull_id bigint generated always as identity primary key,
    feed text not null,
    run_id text,
    state text not null check (state in ('landed', 'held', 'rejected', 'failed')),
    started timestamptz not null,
    ended timestamptz not null,
    watermark text,
    header text[] not null default '{}',
    drift text[] not null default '{}',
    pulled integer not null default 0,
    new integer not null default 0,
    changed integer not null default 0,
    unchanged integer not null default 0,
    quarantined integer not null default 0,
    duplicates integer not null default 0,
    withdrawn integer not null default 0,
    reason text,
    message text,
    constraint nothing_lost check (pulled = new + changed + unchanged + quarantined + duplicates)
);
create index pull_by_feed on landing.pull (feed, pull_id);
create index pull_by_run on landing.pull (run_id);
comment on table landing.pull is 'One fetching of one feed. A pull without a run was fetched by the schedule and waits for its run.';

create table landing.record (
    pull_id bigint not null,
    seq integer not null,
    place text not null,
    key text,
    hash bytea not null,
    updated timestamptz,
    deletion boolean not null,
    content bytea not null,
    reason text,
    field text,
    text text,
    primary key (pull_id, seq)
);
comment on table landing.record is 'A record as it came. An accepted pull keeps what was new, changed or set aside; a record that came again unchanged is the row of the pull that first brought it.';

create table landing.document (
    pull_id bigint primary key,
    content bytea not null
);
comment on table landing.document is 'The whole file of a feed whose records are no byte ranges of it (a workbook).';

create table landing.current (
    feed text not null,
    key text not null,
    hash bytea not null,
    pull_id bigint not null,
    seq integer not null,
    withdrawn boolean not null,
    pending boolean not null,
    quarantined boolean not null default false,
    is_new boolean not null,
    primary key (feed, key)
);
create index current_pending on landing.current (feed) where pending;
comment on table landing.current is 'For each key of a feed the record in force. Pending: not yet mapped. Quarantined: mapped in vain.';

create table landing.quarantine (
    quarantine_id bigint generated always as identity primary key,
    feed text not null,
    pull_id bigint not null,
    seq integer not null,
    place text not null,
    key text,
    hash bytea not null,
    reason text not null,
    field text not null,
    text text not null,
    since timestamptz not null default now(),
    resolved timestamptz
);
create unique index quarantine_open on landing.quarantine (feed, hash, reason, field, coalesce(key, '')) where resolved is null;
create index quarantine_of_key on landing.quarantine (feed, key) where resolved is null;
