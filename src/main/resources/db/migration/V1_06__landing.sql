-- What came from the departments, byte for byte, and which of it is in force.
create schema landing;
alter schema landing owner to childfile_owner;
grant usage on schema landing to childfile_writer, childfile_views;

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
    -- Who decided about a held pull, when and why; and what its approval would withdraw, by where these children live.
    decided_by text,
    decided_at timestamptz,
    decided_reason text,
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
    sealed_text bytea,
    primary key (pull_id, seq)
);
comment on table landing.record is 'A record as it came. An accepted pull keeps what was new, changed or set aside; a record that came again unchanged is the row of the pull that first brought it.';
comment on column landing.record.hash is 'A keyed digest of the bytes: tells whether they changed.';
comment on column landing.record.content is 'The bytes as they came, sealed.';
comment on column landing.record.text is 'The offending text, masked.';
comment on column landing.record.sealed_text is 'The offending text, sealed.';

create table landing.document (
    pull_id bigint primary key,
    content bytea not null
);
comment on table landing.document is 'The whole file of a feed whose records are no byte ranges of it (a workbook).';
comment on column landing.document.content is 'The bytes as they came, sealed.';

create table landing.current (
    feed text not null,
    key text not null,
    hash bytea not null,
    pull_id bigint not null,
    seq integer not null,
    withdrawn boolean not null,
    quarantined boolean not null default false,
    is_new boolean not null,
    primary key (feed, key)
);
create index current_quarantined on landing.current (feed) where quarantined;
comment on table landing.current is 'For each key of a feed the record in force. Quarantined: mapped in vain.';

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
    resolved timestamptz,
    sealed_text bytea,
    -- How an entry of the quarantine was closed, by whom and why.
    resolution text
        check (resolution in ('clean', 'gone', 'mapped', 'dismissed', 'rejected')),
    resolved_by text,
    sealed_resolution bytea
);
create unique index quarantine_open on landing.quarantine (feed, hash, reason, field, coalesce(key, '')) where resolved is null;
create index quarantine_of_key on landing.quarantine (feed, key) where resolved is null;
create index quarantine_of_pull on landing.quarantine (pull_id) where resolved is null;
comment on column landing.quarantine.text is 'The offending text, masked.';
comment on column landing.quarantine.sealed_text is 'The offending text, sealed.';
comment on column landing.quarantine.resolution is 'clean: the key came sound; gone: the feed has the record no more; mapped: another record or mapping; dismissed: by a person; rejected: with its held pull';

-- What is to be mapped stands in a table of its own: marking each record of a feed twice would write all of it three times.
create table landing.pending (
    feed text not null,
    key text not null
);
comment on table landing.pending is 'The keys whose record in force is not mapped yet; empty between runs. A key may stand here twice.';

create table landing.held_withdrawal (
    pull_id bigint not null,
    key text not null
);
comment on table landing.held_withdrawal is 'The keys that a held snapshot lacks; they are withdrawn when it is approved.';

create table landing.feed_lock (
    feed text primary key
);
comment on table landing.feed_lock is 'A row a feed: whoever pulls or maps it holds a lock on the row until its transaction ends.';

grant select, insert, update, delete, truncate, maintain on landing.current, landing.document, landing.held_withdrawal,
    landing.pending, landing.pull, landing.quarantine, landing.record to childfile_writer;
grant select, insert, update on landing.feed_lock to childfile_writer;
grant select on landing.held_withdrawal, landing.pull, landing.quarantine to childfile_views;
grant usage, select, update on all sequences in schema landing to childfile_writer;
