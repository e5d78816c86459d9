-- Locks that only the program can take. Anybody may take an advisory lock, by its number, in any database that he may connect to;
-- these are locks of tables and rows on which nobody else has a privilege.
create table batch.run_lock ();
comment on table batch.run_lock is 'Holds nothing: whoever runs a night holds a lock on it (share row exclusive), on a connection of its own.';
create table privacy.rotation_lock ();
comment on table privacy.rotation_lock is 'Holds nothing: whoever rotates the keys holds a lock on it (share row exclusive), on a connection of its own.';

create table landing.feed_lock (
    feed text primary key
);
comment on table landing.feed_lock is 'A row a feed: whoever pulls or maps it holds a lock on the row until its transaction ends.';

create table versions.change_lock (
    one boolean primary key default true check (one)
);
insert into versions.change_lock default values;
comment on table versions.change_lock is 'One row: whoever gives a batch its position holds a lock on it until the commit is done.';

create or replace function versions.place_batch() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform from versions.change_lock for update;
    if not found then
        raise exception 'versions.change_lock has lost its row; positions cannot be given one after the other';
    end if;
    update versions.change_batch
    set position = nextval('versions.change_position'),
        first_number = (select min(c.number) from versions.change c where c.batch_id = new.batch_id),
        last_number = (select max(c.number) from versions.change c where c.batch_id = new.batch_id)
    where batch_id = new.batch_id;
    return null;
end $$;

alter table batch.run_lock owner to childfile_owner;
alter table privacy.rotation_lock owner to childfile_owner;
alter table landing.feed_lock owner to childfile_owner;
alter table versions.change_lock owner to childfile_owner;
-- A lock needs the right to update; a row that is gone would be no lock.
revoke all on batch.run_lock, privacy.rotation_lock, landing.feed_lock, versions.change_lock from childfile_writer;
grant select, update on batch.run_lock, privacy.rotation_lock, versions.change_lock to childfile_writer;
grant select, insert, update on landing.feed_lock to childfile_writer;
