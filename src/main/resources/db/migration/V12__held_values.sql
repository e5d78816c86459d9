-- A value that too many records hold, such as a school's phone, is no evidence. Who holds which of the values that a model
-- limits is kept, so that a night knows how common a value is without reading what did not change.
create table linkage.held_value (
    record_id bigint not null,
    key bigint not null,
    most integer not null
);
create index held_value_key on linkage.held_value (key, record_id);
create index held_value_record on linkage.held_value (record_id);
comment on table linkage.held_value is 'Which values a record holds, as keys, and how many records may hold each before it is no evidence.';

-- The keys of blocks tell children and volunteers apart from now on: all records are linked anew once.
delete from linkage.model;
