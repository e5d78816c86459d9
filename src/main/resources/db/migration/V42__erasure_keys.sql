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

grant select, insert on privacy.erasure_tree to childfile_writer;
grant select, insert, update on privacy.doomed_key to childfile_writer;
alter table privacy.erasure_tree owner to childfile_owner;
alter table privacy.doomed_key owner to childfile_owner;
