-- Who is forgotten, and what keeps the next feed from bringing them back: keyed hashes, no values.
create table subject.tombstone (
    feed text not null,
    token text not null,
    primary key (feed, token)
);
comment on table subject.tombstone is 'The keyed hash of each key of a forgotten person''s records, by feed; of its id number, with the feed blank; and of a known text, with the feed ''check'', by which a lost key shows.';

create table subject.erasure (
    erasure_id bigint generated always as identity primary key,
    person_id text not null,
    reason text not null,
    actor text not null,
    at timestamptz not null,
    refused boolean not null,
    records integer not null,
    versions integer not null,
    kept jsonb not null
);
comment on table subject.erasure is 'Each request to forget a person: what was erased, what was kept and why, or that it was refused.';

create table subject.returned (
    pull_id bigint primary key,
    records integer not null
);
comment on table subject.returned is 'How many records of forgotten persons a pull brought again; they were emptied before anything of them was kept, and count as unchanged.';

create function subject.keep_erasure() returns trigger language plpgsql as $$
begin
    raise exception 'that somebody was forgotten is itself not forgotten: % of %.% is refused', lower(tg_op), tg_table_schema, tg_table_name;
end $$;
create trigger keep_erasure before update or delete or truncate on subject.erasure
    for each statement execute function subject.keep_erasure();
create trigger keep_tombstone before update or delete or truncate on subject.tombstone
    for each statement execute function subject.keep_erasure();

create view ops.erasure as
select e.erasure_id, e.person_id, e.reason, e.actor, e.at, e.refused, e.records, e.versions, e.kept from subject.erasure e;
comment on view ops.erasure is 'Whom a person asked to forget, why, and what was erased; kept: what was not, and by which law.';

create view ops.returned as
select p.run_id, p.feed, sum(t.records)::bigint as records
from subject.returned t
join landing.pull p on p.pull_id = t.pull_id
group by p.run_id, p.feed;
comment on view ops.returned is 'Records of forgotten persons that came again, by run and feed: nothing of them was kept, and they count as unchanged.';

-- A forgotten id stays, so that it never comes to mean another person, and leads nowhere.
alter table linkage.person add column forgotten boolean not null default false;

create or replace function mart.current_id(id text) returns text language sql stable
begin atomic
    with recursive chain (person_id, retired_into, forgotten) as (
        select p.person_id, p.retired_into, p.forgotten from linkage.person p where p.person_id = id
        union
        select p.person_id, p.retired_into, p.forgotten from chain c join linkage.person p on p.person_id = c.retired_into
    )
    select c.person_id from chain c where c.retired_into is null and not c.forgotten;
end;
comment on function mart.current_id is 'The id under which a person lives on: its own while it lives, that of the person it went into when it is retired; null for an id that was never given, and for one that was forgotten.';

comment on view mart.identity_change is 'What happened to persons: created (with other_id: an id that was retired lives again, out of other_id), joined (other_id went into person_id), split (other_id came out of person_id), moved (records went from person_id to other_id), retired (person_id lives on as other_id; without other_id: it was forgotten, and whoever holds a copy is to erase it). mart.current_id(id) follows retired ids.';

-- A verdict about a forgotten record loses the record's key and its reasons, and is undone; that it was said remains.
create or replace function linkage.keep_verdict() returns trigger language plpgsql as $$
declare
    undoing constant text[] := array['undone_at', 'undone_by', 'undo_reason'];
    erasing constant text[] := undoing || array['key_a', 'key_b', 'reason'];
begin
    if tg_op = 'UPDATE' and old.undone_at is null and new.undone_at is not null
        and to_jsonb(new) - undoing = to_jsonb(old) - undoing then
        return new;
    end if;
    if tg_op = 'UPDATE' and new.undone_at is not null and new.reason = '' and new.undo_reason = 'forgotten'
        and (new.key_a like 'forgotten:%' or new.key_b like 'forgotten:%')
        and (new.key_a = old.key_a or new.key_a like 'forgotten:%')
        and (new.key_b = old.key_b or new.key_b like 'forgotten:%')
        and to_jsonb(new) - erasing = to_jsonb(old) - erasing then
        return new;
    end if;
    raise exception 'a verdict is never changed or deleted; it can be undone once';
end $$;
