-- Spring Batch 6's own tables (schema-postgresql.sql of spring-batch-core 6.0), in a schema of their own.
create schema batch;
alter schema batch owner to childfile_owner;
grant usage on schema batch to childfile_writer;

create table batch.batch_job_instance (
    job_instance_id bigint not null primary key,
    version bigint,
    job_name varchar(100) not null,
    job_key varchar(32) not null,
    constraint job_inst_un unique (job_name, job_key)
);

create table batch.batch_job_execution (
    job_execution_id bigint not null primary key,
    version bigint,
    job_instance_id bigint not null references batch.batch_job_instance (job_instance_id),
    create_time timestamp not null,
    start_time timestamp default null,
    end_time timestamp default null,
    status varchar(10),
    exit_code varchar(2500),
    exit_message varchar(2500),
    last_updated timestamp
);

create table batch.batch_job_execution_params (
    job_execution_id bigint not null references batch.batch_job_execution (job_execution_id),
    parameter_name varchar(100) not null,
    parameter_type varchar(100) not null,
    parameter_value varchar(2500),
    identifying char(1) not null
);

create table batch.batch_step_execution (
    step_execution_id bigint not null primary key,
    version bigint not null,
    step_name varchar(100) not null,
    job_execution_id bigint not null references batch.batch_job_execution (job_execution_id),
    create_time timestamp not null,
    start_time timestamp default null,
    end_time timestamp default null,
    status varchar(10),
    commit_count bigint,
    read_count bigint,
    filter_count bigint,
    write_count bigint,
    read_skip_count bigint,
    write_skip_count bigint,
    process_skip_count bigint,
    rollback_count bigint,
    exit_code varchar(2500),
    exit_message varchar(2500),
    last_updated timestamp
);

create table batch.batch_step_execution_context (
    step_execution_id bigint not null primary key references batch.batch_step_execution (step_execution_id),
    short_context varchar(2500) not null,
    serialized_context text,
    constraint context_is_json check (short_context like '{%')
);

create table batch.batch_job_execution_context (
    job_execution_id bigint not null primary key references batch.batch_job_execution (job_execution_id),
    short_context varchar(2500) not null,
    serialized_context text,
    constraint context_is_json check (short_context like '{%')
);

-- Locks that only the program can take. Anybody may take an advisory lock, by its number, in any database that he may connect to;
-- these are locks of tables and rows on which nobody else has a privilege.
create table batch.run_lock ();
comment on table batch.run_lock is 'Holds nothing: whoever runs a night holds a lock on it (share row exclusive), on a connection of its own.';

create sequence batch.batch_step_execution_seq maxvalue 9223372036854775807 no cycle;
create sequence batch.batch_job_execution_seq maxvalue 9223372036854775807 no cycle;
create sequence batch.batch_job_instance_seq maxvalue 9223372036854775807 no cycle;

grant select, insert, update, delete, truncate, maintain on batch.batch_job_execution,
    batch.batch_job_execution_context, batch.batch_job_execution_params, batch.batch_job_instance,
    batch.batch_step_execution, batch.batch_step_execution_context to childfile_writer;
grant select, update on batch.run_lock to childfile_writer;
grant usage, select, update on all sequences in schema batch to childfile_writer;
