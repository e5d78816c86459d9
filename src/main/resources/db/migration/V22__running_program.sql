-- What the first night does to the blocks' index belongs to the owner; the running program, which is none, may ask for just
-- that.
create function linkage.drop_block_key() returns void
language sql security definer set search_path = pg_catalog, pg_temp
as 'drop index linkage.block_key';
comment on function linkage.drop_block_key is
    'Drops the index that finds blocks, before all of them are written anew; linkage.make_block_key makes it again.';

create function linkage.make_block_key() returns void
language sql security definer set search_path = pg_catalog, pg_temp
as 'create index block_key on linkage.block (key, record_id)';
comment on function linkage.make_block_key is 'Makes the index that finds blocks, behind all of them.';

alter function linkage.drop_block_key() owner to childfile_owner;
alter function linkage.make_block_key() owner to childfile_owner;
revoke execute on function linkage.drop_block_key(), linkage.make_block_key() from public;
grant execute on function linkage.drop_block_key(), linkage.make_block_key() to childfile_writer;

create function linkage.drop_held_value_indexes() returns void
language sql security definer set search_path = pg_catalog, pg_temp
as 'drop index linkage.held_value_key, linkage.held_value_record';
comment on function linkage.drop_held_value_indexes is
    'Drops the indexes of held values, before all of them are written anew; linkage.make_held_value_indexes makes them again.';

create function linkage.make_held_value_indexes() returns void
language sql security definer set search_path = pg_catalog, pg_temp
as 'create index held_value_key on linkage.held_value (key, record_id);
    create index held_value_record on linkage.held_value (record_id)';
comment on function linkage.make_held_value_indexes is 'Makes the indexes of held values, behind all of them.';

alter function linkage.drop_held_value_indexes() owner to childfile_owner;
alter function linkage.make_held_value_indexes() owner to childfile_owner;
revoke execute on function linkage.drop_held_value_indexes(), linkage.make_held_value_indexes() from public;
grant execute on function linkage.drop_held_value_indexes(), linkage.make_held_value_indexes() to childfile_writer;
grant maintain on linkage.held_value to childfile_writer;
-- PostgreSQL takes no COPY into a table whose rows are guarded, not even from whom the guard lets through; the program's
-- policies let it through everywhere. Needs an owner that is a superuser or has BYPASSRLS itself.
do $$ begin
    if not (select rolbypassrls from pg_roles where rolname = 'childfile_writer') then
        alter role childfile_writer bypassrls;
    end if;
end $$;
