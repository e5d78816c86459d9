-- Who looked at whom: append only, each row bound to the one before it, so that no row can be taken out or altered unseen.
create schema audit;

create table audit.access (
    seq bigint primary key,
    at timestamptz not null,
    subject text not null,
    role text not null,
    purpose text not null,
    door text not null,
    action text not null,
    person_id text,
    attributes text[] not null,
    detail text not null,
    previous_hash bytea not null,
    hash bytea not null
);
create index access_person on audit.access (person_id, seq);
create index access_at on audit.access using brin (at);
comment on table audit.access is 'One row a person that somebody was shown, or one without a person where an access concerns none. Written by audit.append alone.';

-- The lock of the chain, and what betrays that its last rows are gone.
create table audit.head (
    one boolean primary key default true check (one),
    count bigint not null,
    hash bytea not null
);
insert into audit.head (count, hash) values (0, '\x');
comment on table audit.head is 'How many accesses were recorded, and the hash of the last one.';

create function audit.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the access log is append only: % of %.% is refused', lower(tg_op), tg_table_schema, tg_table_name;
end $$;
create trigger append_only before update or delete or truncate on audit.access
    for each statement execute function audit.refuse();
create trigger keep_head before delete or truncate on audit.head
    for each statement execute function audit.refuse();

create function audit.only_forward() returns trigger language plpgsql as $$
begin
    if new.count <= old.count then
        raise exception 'the access log is append only: its head goes forward';
    end if;
    return new;
end $$;
create trigger only_forward before update on audit.head
    for each row execute function audit.only_forward();

-- SHA-256 over the hash of the row before and the row as a JSON array; the moment in seconds since 1970, to the microsecond.
create function audit.link(previous bytea, seq bigint, at timestamptz, subject text, role text, purpose text, door text,
    action text, person_id text, attributes text[], detail text)
returns bytea language sql stable parallel safe
return sha256(previous || convert_to(jsonb_build_array(
    seq, extract(epoch from at), subject, role, purpose, door, action, person_id, to_jsonb(attributes), detail)::text, 'UTF8'));

create function audit.append(entries jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    last bigint;
    previous bytea;
    next bytea;
    moment timestamptz;
    entry record;
begin
    select h.count, h.hash into last, previous from audit.head h for update;
    moment := clock_timestamp();
    for entry in
        select * from jsonb_to_recordset(entries) as e (subject text, role text, purpose text, door text, action text,
            person_id text, attributes text[], detail text)
    loop
        last := last + 1;
        next := audit.link(previous, last, moment, entry.subject, entry.role, entry.purpose, entry.door, entry.action,
            entry.person_id, entry.attributes, entry.detail);
        insert into audit.access values (last, moment, entry.subject, entry.role, entry.purpose, entry.door, entry.action,
            entry.person_id, entry.attributes, entry.detail, previous, next);
        previous := next;
    end loop;
    update audit.head set count = last, hash = previous where count < last;
    return last;
end $$;
revoke execute on function audit.append from public;
comment on function audit.append is 'Appends accesses in their order, in the caller''s transaction, and tells the number of the last one. One appends at a time.';

create view ops.access as
select seq, at, subject, role, purpose, door, action, person_id, attributes, detail, encode(hash, 'hex') as hash
from audit.access;
comment on view ops.access is 'The access log: who read which person, which attributes, for what purpose, when, through which door.';
comment on column ops.access.seq is 'Its place in the log, from 1 without a gap.';
comment on column ops.access.at is 'When it was recorded: before the answer was given.';
comment on column ops.access.subject is 'Who asked: the subject of a token, or the user of the operating system.';
comment on column ops.access.role is 'In which role.';
comment on column ops.access.purpose is 'For what purpose.';
comment on column ops.access.door is 'Through which door: api, console, cli.';
comment on column ops.access.action is 'What was done: read, search, sql, export, correct, forget, disclose …';
comment on column ops.access.person_id is 'Whom it concerned; null where it concerned no single person.';
comment on column ops.access.attributes is 'Which attributes were shown, by name; never their values.';
comment on column ops.access.detail is 'Numbers and words about the access that are no personal data; empty for none.';
comment on column ops.access.hash is 'SHA-256 over the hash of the row before and this row; checked by childfile audit verify.';

alter table ops.run
    add column access_count bigint,
    add column access_hash text;
comment on column ops.run.access_count is 'How many accesses the access log held when the run ended.';
comment on column ops.run.access_hash is 'The hash of the last one, in hexadecimal digits: with the count an anchor by which a later removal shows.';
