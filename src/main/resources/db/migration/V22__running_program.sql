-- The running program acts as childfile_writer: it reads and writes rows; it makes, changes and drops nothing.
do $$ begin
    if to_regrole('childfile_writer') is null then create role childfile_writer nologin; end if;
    if to_regrole('childfile_api') is null then create role childfile_api nologin; end if;
end $$;

grant usage on schema batch, quartz, landing, mapping, linkage, versions, ops, mart to childfile_writer;
grant select, insert, update, delete
    on all tables in schema batch, quartz, landing, mapping, linkage, versions, ops to childfile_writer;
grant select on all tables in schema mart to childfile_writer;
grant usage, select, update
    on all sequences in schema batch, quartz, landing, mapping, linkage, versions, ops to childfile_writer;
alter default privileges in schema batch, quartz, landing, mapping, linkage, versions, ops
    grant select, insert, update, delete on tables to childfile_writer;
alter default privileges in schema batch, quartz, landing, mapping, linkage, versions, ops
    grant usage, select, update on sequences to childfile_writer;
alter default privileges in schema mart grant select on tables to childfile_writer;

-- Filled and emptied within a night, so the planner must be told of it there.
grant maintain on landing.pending to childfile_writer;

-- What the first night does to the blocks' index belongs to the owner; the program may ask for just that.
create function linkage.drop_block_key() returns void
language sql security definer set search_path = pg_catalog, pg_temp
as 'drop index linkage.block_key';
comment on function linkage.drop_block_key is
    'Drops the index that finds blocks, before all of them are written anew; linkage.make_block_key makes it again.';

create function linkage.make_block_key() returns void
language sql security definer set search_path = pg_catalog, pg_temp
as 'create index block_key on linkage.block (key, record_id)';
comment on function linkage.make_block_key is 'Makes the index that finds blocks, behind all of them.';

revoke execute on function linkage.drop_block_key(), linkage.make_block_key() from public;
grant execute on function linkage.drop_block_key(), linkage.make_block_key() to childfile_writer;
