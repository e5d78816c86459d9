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

create trigger append_only before update or delete or truncate on audit.anchor
    for each statement execute function audit.refuse();

alter table audit.anchor owner to childfile_owner;
alter table audit.anchor_push owner to childfile_owner;
grant select, insert on audit.anchor to childfile_writer;
grant select, insert, update on audit.anchor_push to childfile_writer;
