-- What one answer may show of before it needs a reason, and before a second person; read from mappings/rights.yaml.
create table rights.answer_limit (
    one boolean primary key default true check (one),
    reason_above integer not null,
    approval_above integer not null,
    approval_hours integer not null,
    roles text[] not null,
    accounts text[] not null
);
comment on table rights.answer_limit is 'Above how many persons an answer needs a reason; above how many whose masks are lifted a second person, who may be that one, and how long a consent lives.';

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

create function audit.keep_approval() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    decision constant text[] := array['decided_at', 'decided_by', 'granted', 'expires'];
begin
    if tg_op = 'UPDATE' and (
        (old.decided_at is null and new.decided_at is not null and new.used_at is null
            and to_jsonb(new) - decision = to_jsonb(old) - decision)
        or (old.granted and old.used_at is null and new.used_at is not null
            and to_jsonb(new) - 'used_at' = to_jsonb(old) - 'used_at')) then
        return new;
    end if;
    raise exception 'a request is never changed or deleted; it is decided once, and used once';
end $$;
create trigger keep_approval before update or delete on audit.approval
    for each row execute function audit.keep_approval();
create trigger keep_all before truncate on audit.approval
    for each statement execute function audit.refuse();

alter table rights.answer_limit owner to childfile_owner;
alter table audit.approval owner to childfile_owner;
alter function audit.keep_approval() owner to childfile_owner;
revoke execute on function audit.keep_approval() from public;
grant select, insert, update, delete on rights.answer_limit to childfile_writer;
grant select, insert, update on audit.approval to childfile_writer;
