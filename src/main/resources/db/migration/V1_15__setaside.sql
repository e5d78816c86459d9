-- Records and persons that a stage behind the mapping could not work on: one of them never stops a night.
create schema setaside;
alter schema setaside owner to childfile_owner;
grant usage on schema setaside to childfile_writer, childfile_views;

create table setaside.item (
    item_id bigint generated always as identity primary key,
    stage text not null,
    subject text not null,
    feed text,
    source_key text,
    field text not null,
    reason text not null,
    run_id text not null,
    since timestamptz not null default now(),
    resolved timestamptz
);
create unique index item_open on setaside.item (stage, subject) where resolved is null;
comment on table setaside.item is 'What a stage could not work on, until it could again. What was in force of the record or person stays in force meanwhile.';

grant select, insert, update, delete, truncate, maintain on setaside.item to childfile_writer;
grant select on setaside.item to childfile_views;
