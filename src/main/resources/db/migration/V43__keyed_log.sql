-- The chain is bound by a key that the database does not know: the program reckons each hash, and the database takes rows only
-- where they go on from its last one. Also kept: who issued the token that was shown, and why it was asked.
alter table audit.access
    add column issuer text not null default '',
    add column reason text not null default '',
    add column key_id text not null default '';
comment on column audit.access.key_id is 'The name of the key that binds the row; empty for rows of the time before there was one, which are bound by a digest that anybody can reckon.';
alter table audit.head add column key_id text not null default '';
comment on column audit.head.key_id is 'The name of the key that bound the last access; empty for none.';

drop function audit.append(jsonb);
drop function audit.link(bytea, bigint, timestamptz, text, text, text, text, text, text, text[], text);

create function audit.append(expected bigint, expected_hash bytea, entries jsonb)
returns table (count bigint, hash bytea, key_id text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
    stands audit.head;
    added bigint := pg_catalog.jsonb_array_length(entries);
begin
    select h.* into stands from audit.head h for update;
    if added > 0 and stands.count = expected and stands.hash = expected_hash then
        insert into audit.access (seq, at, subject, role, purpose, door, action, person_id, attributes, detail, issuer, reason,
            key_id, previous_hash, hash)
        select expected + e.number, e.at, e.subject, e.role, e.purpose, e.door, e.action, e.person_id, e.attributes, e.detail,
               e.issuer, e.reason, e.key_id,
               coalesce(lag(decode(e.hash, 'hex')) over (order by e.number), expected_hash), decode(e.hash, 'hex')
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
comment on function audit.append is 'Appends accesses in their order where they go on from the log''s last row as the caller knows it, and tells where the log stands; whoever knows it wrongly writes nothing. One appends at a time, until the end of its transaction.';
alter function audit.append(bigint, bytea, jsonb) owner to childfile_owner;
revoke execute on function audit.append(bigint, bytea, jsonb) from public;
-- The program alone: who only reads cannot write, and could not bind a row either.
grant execute on function audit.append(bigint, bytea, jsonb) to childfile_writer;

create or replace view ops.access with (security_barrier) as
select a.seq, a.at, a.subject, a.role, a.purpose, a.door, a.action, a.person_id, a.attributes, a.detail,
       encode(a.hash, 'hex') as hash, a.issuer, a.reason, a.key_id
from audit.access a
where (select rights.purpose()) = 'audit'
   or (select rights.purpose()) in ('operations', 'subject-rights') and (select rights.everywhere());
comment on column ops.access.subject is '访问者：the subject of a token, or the person at the machine by what the system knows: wang, or wang (via sudo as childfile)';
comment on column ops.access.action is '操作：read, search, sql, export, correct, forget, disclose, token, refused …';
comment on column ops.access.hash is '散列：keyed digest (HMAC) of the hash of the row before and this row; checked by childfile audit verify';
comment on column ops.access.issuer is '签发者：who issued the token that was shown; empty where none was';
comment on column ops.access.reason is '事由：why it was asked, in the asker''s words; empty where none was needed';
comment on column ops.access.key_id is '密钥名：which key binds the row; empty for rows that were recorded before there was one';
