-- Records are linked by the models of mappings/linkage. Their blocks are made anew, as everything is linked anew whenever a
-- model changes; a record's keys are kept beside it, so that they can be found when it changes.
create table linkage.model (
    population text primary key,
    digest text not null
);
comment on table linkage.model is 'The digest of the model by which a population was last linked; another one means that all of it is linked anew.';

drop table linkage.block;
create table linkage.block (
    key bigint not null,
    record_id bigint not null
);
create index block_key on linkage.block (key, record_id);
comment on table linkage.block is 'Records that share a key are worth comparing.';

create table linkage.block_keys (
    record_id bigint primary key,
    keys bigint[] not null
);
comment on table linkage.block_keys is 'The keys of each record.';
