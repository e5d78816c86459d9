-- ${definitions}

create or replace function audit.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the access log is append only: % of %.% is refused', lower(tg_op), tg_table_schema, tg_table_name;
end $$;
create or replace trigger append_only before update or delete or truncate on audit.access
    for each statement execute function audit.refuse();
create or replace trigger keep_head before delete or truncate on audit.head
    for each statement execute function audit.refuse();
create or replace trigger keep_all before truncate on audit.approval
    for each statement execute function audit.refuse();
create or replace trigger append_only before update or delete or truncate on audit.anchor
    for each statement execute function audit.refuse();

create or replace function audit.only_forward() returns trigger language plpgsql as $$
begin
    if new.count <= old.count then
        raise exception 'the access log is append only: its head goes forward';
    end if;
    return new;
end $$;
create or replace trigger only_forward before update on audit.head
    for each row execute function audit.only_forward();

create or replace function audit.append(expected bigint, expected_hash bytea, entries jsonb)
returns table (count bigint, hash bytea, key_id text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
    stands audit.head;
    added bigint := pg_catalog.jsonb_array_length(entries);
    confidential text[] := rights.confidential();
begin
    select h.* into stands from audit.head h for update;
    if added > 0 and stands.count = expected and stands.hash = expected_hash then
        insert into audit.access (seq, at, subject, role, purpose, door, action, person_id, attributes, detail, issuer, reason,
            key_id, previous_hash, hash, report)
        select expected + e.number, e.at, e.subject, e.role, e.purpose, e.door, e.action, e.person_id, e.attributes, e.detail,
               e.issuer, e.reason, e.key_id,
               coalesce(lag(decode(e.hash, 'hex')) over (order by e.number), expected_hash), decode(e.hash, 'hex'),
               coalesce(e.purpose = any (confidential)
                        or e.action in ('call', 'wake-up', 'receipt') and e.detail = any (confidential), true)
        from rows from (jsonb_to_recordset(entries) as (at timestamptz, subject text, role text, purpose text, door text,
            action text, person_id text, attributes text[], detail text, issuer text, reason text, key_id text, hash text))
            with ordinality as e (at, subject, role, purpose, door, action, person_id, attributes, detail, issuer, reason,
                key_id, hash, number);
        update audit.head h
        set count = expected + added, hash = decode(entries -> -1 ->> 'hash', 'hex'), key_id = entries -> -1 ->> 'key_id'
        where h.count = expected
        returning h.* into stands;
    end if;
    return query select stands.count, stands.hash, stands.key_id;
end $$;
comment on function audit.append(bigint,bytea,jsonb) is 'Appends accesses in their order where they go on from the log''s last row as the caller knows it, and tells where the log stands; whoever knows it wrongly writes nothing. One appends at a time, until the end of its transaction.';

create or replace function audit.keep_approval() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
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
create or replace trigger keep_approval before update or delete on audit.approval
    for each row execute function audit.keep_approval();

create or replace function audit.age_band(person text, born date, day date) returns text language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
return case when person is null then 'none' when person like 'V%' then 'volunteer' when born is null then 'unknown'
            when day <= (born + interval '14 years')::date then 'under-14'
            when day <= (born + interval '18 years')::date then '14-18' else 'over-18' end;
comment on function audit.age_band(text,date,date) is 'none (no person), volunteer, unknown, under-14, 14-18 or over-18, on a day. An age is reached on the day after the birthday (法释〔2006〕1号).';
