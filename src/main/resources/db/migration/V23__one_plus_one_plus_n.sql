-- What is built upon the files: hidden children and grades of risk, pairings, care duties, calls for help. Here stand the two
-- tables that all of them read, and who owns, writes and reads what the later migrations make.
do $$
declare
    schema text;
begin
    foreach schema in array array['digitalfile', 'pairing', 'care', 'wakeup'] loop
        execute format('create schema %I', schema);
        execute format('alter schema %I owner to childfile_owner', schema);
        execute format('grant usage on schema %I to childfile_writer, childfile_views', schema);
    end loop;
end $$;

create procedure rights.keep(kept regclass) language plpgsql as $$
begin
    execute format('alter table %s owner to childfile_owner', kept);
    execute format('alter table %s enable row level security', kept);
    execute format('create policy pipeline on %s to childfile_writer using (true) with check (true)', kept);
    execute format('grant select, insert, update, delete, truncate, maintain on %s to childfile_writer', kept);
    execute format('grant select on %s to childfile_views', kept);
end $$;
comment on procedure rights.keep is 'A new table of the program: it writes all rows; of what the published views read, a policy "published" for select to childfile_views says which rows.';

create procedure rights.keep_of_child(kept regclass) language plpgsql as $$
begin
    call rights.keep(kept);
    execute format(
        'create policy published on %s for select to childfile_views using (
             (select rights.everywhere())
             or exists (select from versions.child_version v
                        where v.person_id = child_id and v.superseded_at is null and v.valid_to is null))', kept);
end $$;
comment on procedure rights.keep_of_child is 'The same for a table with a column child_id: who may see the child''s file may see its rows.';

create procedure rights.publish(published regclass) language plpgsql as $$
begin
    execute format('alter view %s owner to childfile_views', published);
    execute format('revoke insert, update, delete, truncate, maintain on %s from childfile_writer', published);
    execute format('grant select on %s to childfile_reader, childfile_api, childfile_writer', published);
end $$;
comment on procedure rights.publish is 'A new view of mart or ops: make it a security barrier, mask its columns by rights.sight or rights.sees, and comment it and every column.';

alter procedure rights.keep(regclass) owner to childfile_owner;
alter procedure rights.keep_of_child(regclass) owner to childfile_owner;
alter procedure rights.publish(regclass) owner to childfile_owner;

create table pairing.pairing (
    pairing_id text primary key,
    child_id text,
    volunteer_id text,
    state text not null check (state in ('proposed', 'confirmed', 'active', 'ended', 'rejected')),
    since date not null,
    until date check (until >= since),
    reasons jsonb not null default '{}'
);
create index pairing_child on pairing.pairing (child_id);
create index pairing_volunteer on pairing.pairing (volunteer_id);
call rights.keep_of_child('pairing.pairing');
comment on table pairing.pairing is 'One caring mother and one child: what the women''s federation lists (pairing_id is its number), and what the program proposed (CF and a number). It is in force from since to until, both days included, if it was confirmed, is active or has ended; since of a proposal is the day on which it was made.';
comment on column pairing.pairing.child_id is 'Null as long as nobody knows which child the federation means.';
comment on column pairing.pairing.volunteer_id is 'Null as long as nobody knows which volunteer the federation means.';

create table care.duty (
    pairing_id text not null,
    kind text not null check (kind in ('VISIT', 'TALK', 'GUARDIAN', 'TEACHER', 'ACTIVITY', 'FESTIVAL')),
    period_start date not null,
    period_end date not null,
    state text not null check (state in ('due', 'done', 'attempted', 'excused', 'overdue')),
    done_at timestamptz,
    last_at timestamptz,
    primary key (pairing_id, kind, period_start)
);
call rights.keep('care.duty');
create policy published on care.duty for select to childfile_views using (
    (select rights.everywhere())
    or exists (select from pairing.pairing p where p.pairing_id = duty.pairing_id));
comment on table care.duty is 'The six ones (六个一): a row an owed period of a pairing, the first and the last day of the period, and how it stands.';
comment on column care.duty.done_at is 'When it was first done in the period; null while it was not.';
comment on column care.duty.last_at is 'When it was last done in the period; null while it was not.';
