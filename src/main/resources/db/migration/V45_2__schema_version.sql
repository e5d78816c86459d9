-- The running program compares the tables with those that it was made for; it needs no more rights for that.
grant usage on schema public to childfile_writer;
grant select on public.flyway_schema_history to childfile_writer;
