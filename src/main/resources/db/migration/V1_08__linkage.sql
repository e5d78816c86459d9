-- Which source records are the same person.
create schema linkage;
alter schema linkage owner to childfile_owner;
grant usage on schema linkage to childfile_writer, childfile_views;

create table linkage.person (
    person_id text primary key,
    population text not null,
    founded_run text not null,
    retired_into text references linkage.person (person_id),
    -- A forgotten id stays, so that it never comes to mean another person, and leads nowhere.
    forgotten boolean not null default false
);

create table linkage.membership (
    record_id bigint primary key,
    person_id text not null,
    decided_by text not null,
    weight double precision,
    since timestamptz not null
);
create index membership_person on linkage.membership (person_id);
comment on table linkage.membership is 'Which person a record belongs to. Without foreign keys: a night writes all of it by one statement from the very rows they would look up.';

create table linkage.edge (
    a bigint not null,
    b bigint not null,
    weight double precision not null,
    -- What the rules leave to a person, and why.
    bar text,
    primary key (a, b),
    check (a < b)
);
create index edge_b on linkage.edge (b);
comment on column linkage.edge.bar is 'Why the rules do not join the two, whatever they weigh, and a person is asked; null where they may.';

create table linkage.review_pair (
    a bigint not null,
    b bigint not null,
    weight double precision not null,
    since timestamptz not null,
    review_id bigint generated always as identity unique,
    reason text not null default 'between thresholds',
    closeness double precision not null default 0.5,
    primary key (a, b)
);
create index review_pair_b on linkage.review_pair (b);
comment on table linkage.review_pair is 'Pairs of records of different persons that may be one: for clerical review.';
comment on column linkage.review_pair.closeness is '0 at the threshold of review, 1 at the threshold of joining or where no threshold is the reason.';

create table linkage.identity_change (
    seq bigint generated always as identity primary key,
    at timestamptz not null,
    run_id text not null,
    kind text not null check (kind in ('created', 'joined', 'split', 'moved', 'retired')),
    person_id text not null,
    other_id text
);
create index identity_change_person on linkage.identity_change (person_id);

create table linkage.touched_person (
    person_id text primary key,
    population text not null
);
comment on table linkage.touched_person is 'Persons whose records or memberships changed and who are not merged yet.';

-- What persons decide about records, and the questions that wait for them.

-- A verdict names records by their keys: a record may be gone today and come back.
create table linkage.verdict (
    verdict_id bigint generated always as identity primary key,
    population text not null check (population in ('child', 'volunteer')),
    kind text not null check (kind in ('same', 'different')),
    feed_a text not null,
    key_a text not null,
    feed_b text not null,
    key_b text not null,
    actor text not null,
    at timestamptz not null,
    reason text not null,
    undone_at timestamptz,
    undone_by text,
    undo_reason text,
    check ((feed_a, key_a) <> (feed_b, key_b)),
    check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undo_reason is null))
);
create unique index verdict_in_force on linkage.verdict (feed_a, key_a, feed_b, key_b) where undone_at is null;
comment on table linkage.verdict is 'What a person said of two records: one person (same) or two (different). Never changed and never deleted; undone at most once.';

create table linkage.reopened (
    verdict_id bigint primary key,
    -- A verdict that is said or undone while a run decides anew is decided anew by the next run, too: the run takes away the mark
    -- that it read, and no later one.
    mark bigint generated always as identity
);
comment on table linkage.reopened is 'Verdicts that were said or undone since the last link step: their records are decided anew.';
comment on column linkage.reopened.mark is 'Another each time that the verdict is said or undone.';

create table linkage.second_opinion (
    opinion_id bigint generated always as identity primary key,
    verdict_id bigint not null references linkage.verdict (verdict_id),
    kind text not null check (kind in ('same', 'different')),
    actor text not null,
    at timestamptz not null,
    reason text not null,
    unique (verdict_id, actor)
);
comment on table linkage.second_opinion is 'What another reviewer said of a decided pair without knowing the verdict. It measures agreement and decides nothing.';

-- The id of a person that was joined to another comes back when its records leave again.
create table linkage.core (
    person_id text not null,
    record_id bigint not null,
    primary key (person_id, record_id),
    -- What persons decided, called for, proved or asked names a person that there is. What the stages write of all persons, set-based
    -- and from linkage.person itself, is not checked row by row.
    constraint core_person foreign key (person_id) references linkage.person
);
create index core_record on linkage.core (record_id);
comment on table linkage.core is 'The records that a person had when it was last joined with another.';

-- Records are linked by the models of mappings/linkage. Their blocks are made anew, as everything is linked anew whenever a
-- model changes; a record's keys are kept beside it, so that they can be found when it changes.
create table linkage.model (
    population text primary key,
    digest text not null
);
comment on table linkage.model is 'The digest of the model by which a population was last linked; another one means that all of it is linked anew.';

create table linkage.block (
    key bigint not null,
    record_id bigint not null
);
create index block_key on linkage.block (key, record_id);
comment on table linkage.block is 'Records that share a key are worth comparing.';

create table linkage.block_keys (
    record_id bigint primary key,
    keys bigint[] not null
);
comment on table linkage.block_keys is 'The keys of each record.';

-- A value that too many records hold, such as a school's phone, is no evidence. Who holds which of the values that a model
-- limits is kept, so that a night knows how common a value is without reading what did not change.
create table linkage.held_value (
    record_id bigint not null,
    key bigint not null,
    most integer not null
);
create index held_value_key on linkage.held_value (key, record_id);
create index held_value_record on linkage.held_value (record_id);
comment on table linkage.held_value is 'Which values a record holds, as keys, and how many records may hold each before it is no evidence.';

grant select, insert, update, delete, truncate, maintain on all tables in schema linkage to childfile_writer;
grant select on linkage.identity_change, linkage.membership, linkage.person, linkage.review_pair, linkage.verdict to
    childfile_views;
grant usage, select, update on all sequences in schema linkage to childfile_writer;
