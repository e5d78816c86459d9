create schema privacy;
alter schema privacy owner to childfile_owner;
grant usage on schema privacy to childfile_writer;

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

create table privacy.rotation_lock ();
comment on table privacy.rotation_lock is 'Holds nothing: whoever rotates the keys holds a lock on it (share row exclusive), on a connection of its own.';

-- Sealed values of a subject are enciphered under a key of that subject's own. Half of it lies outside the database, in the
-- erasure tree, and is destroyed there when the subject is forgotten.
create table privacy.erasure_tree (
    one boolean primary key default true check (one),
    salt bytea not null,
    proof bytea not null
);
comment on table privacy.erasure_tree is 'Which erasure tree is this warehouse''s. The tree itself is a file outside the database.';
comment on column privacy.erasure_tree.salt is 'Sets the subjects of this warehouse apart from those of others.';
comment on column privacy.erasure_tree.proof is 'A keyed digest of one leaf of the tree: tells whether a file is that tree.';

create table privacy.doomed_key (
    path bigint primary key,
    at timestamptz not null default now(),
    destroyed timestamptz
);
comment on table privacy.doomed_key is 'Leaves of the erasure tree that are to be destroyed, or are: by a keyed digest of the subject.';
comment on column privacy.doomed_key.destroyed is 'When the leaf was destroyed; null: it is at the next start at the latest.';

grant select, insert, update on privacy.data_key, privacy.doomed_key, privacy.sealed_feed to childfile_writer;
grant select, insert on privacy.erasure_tree to childfile_writer;
grant select, update on privacy.rotation_lock to childfile_writer;
