-- The published views. Other programs build on their names and columns.
create schema mart;
alter schema mart owner to childfile_owner;
grant usage on schema mart to childfile_writer, childfile_views, childfile_reader, childfile_api;
grant create on schema mart, ops to childfile_views;
