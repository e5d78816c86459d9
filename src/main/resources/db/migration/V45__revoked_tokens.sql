-- Tokens that are taken no more although they live still: one by its id, or all of a subject that were issued until then.
create table rights.revoked_token (
    number bigint generated always as identity primary key,
    token_id text,
    subject text,
    at timestamptz not null default now(),
    actor text not null,
    reason text not null,
    constraint one_token_or_one_subject check (num_nonnulls(token_id, subject) = 1)
);
comment on table rights.revoked_token is 'Tokens of the API that were revoked. A token lives an hour at most, so only the last hour counts.';
create index revoked_token_at on rights.revoked_token (at);
alter table rights.revoked_token owner to childfile_owner;
grant select, insert on rights.revoked_token to childfile_writer;
