-- What departments push: an inbox that is bounded, and a receipt a push.
create table landing.push (
    seq bigint generated always as identity primary key,
    receipt uuid not null unique,
    feed text not null,
    message_id text not null,
    digest bytea not null,
    content bytea,
    records integer not null,
    bytes integer not null,
    state text not null check (state in ('waiting', 'landed', 'done')),
    received timestamptz not null,
    pull_id bigint,
    landed timestamptz,
    done timestamptz,
    unique (feed, message_id)
);
create index push_open on landing.push (seq) where state <> 'done';
create index push_done on landing.push (done) where state = 'done';
comment on table landing.push is 'What departments pushed. waiting: as it came, sealed, not landed yet; landed: its records are in the landing zone; done: every stage has worked on them.';
comment on column landing.push.receipt is 'The number that the department got for it.';
comment on column landing.push.message_id is 'The department''s own id of it (webhook-id): the same id is the same push.';
comment on column landing.push.digest is 'A keyed digest of the body: tells whether another body came under the same id.';
comment on column landing.push.content is 'The body as it came, sealed; empty once its records are landed.';

-- Who adds to the inbox holds a lock on its one row, so that it never grows beyond its bounds.
create table landing.inbox (
    one boolean primary key default true check (one)
);
insert into landing.inbox default values;
comment on table landing.inbox is 'The row on which the lock of the inbox is held.';

grant select, insert, update, delete, truncate, maintain on landing.push to childfile_writer;
grant select, insert, update on landing.inbox to childfile_writer;
grant usage, select, update on all sequences in schema landing to childfile_writer;

alter table landing.pull add column stream text check (stream in ('push', 'pull'));
comment on column landing.pull.stream is 'Of a stream run: push, where the department sent the records by itself; pull, where it was asked for what changed. Neither says anything of records that did not come.';
create index pull_of_run on landing.pull (run_id, feed, pull_id);

alter table ops.run drop constraint run_kind_check;
alter table ops.run add constraint run_kind_check check (kind in ('nightly', 'replay', 'stream'));
comment on column ops.run.kind is '类型：nightly, replay or stream (of a day: what came between the nights)';
