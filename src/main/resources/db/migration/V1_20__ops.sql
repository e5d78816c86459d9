-- The program's own record of what it did.
create schema ops;
alter schema ops owner to childfile_owner;
grant usage on schema ops to childfile_writer, childfile_views, childfile_reader, childfile_api;

create table ops.run (
    run_id text primary key,
    kind text not null check (kind in ('nightly', 'replay')),
    day date not null,
    state text not null check (state in ('running', 'done', 'attention', 'failed')),
    attempt integer not null,
    started timestamptz not null,
    ended timestamptz,
    message text,
    children bigint,
    volunteers bigint,
    versions bigint,
    review bigint,
    access_count bigint,
    access_hash text,
    -- A run that lives says so every few seconds; how long it worked is counted without the time that lay between two attempts.
    worked double precision not null default 0,
    resumed timestamptz,
    alive timestamptz
);
comment on table ops.run is '批次。One execution over all feeds. attention: done, but a feed is stale or held.';
comment on column ops.run.run_id is '批次编号：the day and a number';
comment on column ops.run.kind is '类型：nightly or replay';
comment on column ops.run.day is '业务日期：the day it stands for';
comment on column ops.run.state is '状态：running, done, attention or failed';
comment on column ops.run.attempt is '尝试次数：how often it was begun';
comment on column ops.run.started is '开始时间：when it began';
comment on column ops.run.ended is '结束时间：when it ended; null while it runs';
comment on column ops.run.message is '说明：what went wrong, if something did';
comment on column ops.run.children is '儿童数：digital files that stand';
comment on column ops.run.volunteers is '爱心妈妈数：e-archive entries that stand';
comment on column ops.run.versions is '写入版本数：versions that it wrote';
comment on column ops.run.review is '待复核数：pairs that wait for a person';
comment on column ops.run.access_count is '访问日志条数：how many accesses the access log held when the run ended';
comment on column ops.run.access_hash is '访问日志散列：the hash of the last one, in hexadecimal digits; with the count an anchor by which a later removal shows';
comment on column ops.run.worked is '工作秒数：seconds of work until the last attempt began, or it ended';
comment on column ops.run.resumed is '本次开始：when the last attempt began';
comment on column ops.run.alive is '最近活动：when its process last said that it lives; where that is more than a minute ago of a running one, the process is gone';

create table ops.stage (
    run_id text not null references ops.run (run_id),
    stage text not null,
    records bigint not null,
    seconds double precision not null,
    ended timestamptz not null default clock_timestamp(),
    primary key (run_id, stage)
);
comment on table ops.stage is '批次阶段。What each stage of a run handled, and how long it took.';
comment on column ops.stage.run_id is '批次编号：the run';
comment on column ops.stage.stage is '阶段：name of the stage';
comment on column ops.stage.records is '记录数：what it handled';
comment on column ops.stage.seconds is '秒数：how long it took';
comment on column ops.stage.ended is '结束时间：when it ended';

grant select, insert, update, delete, truncate, maintain on ops.run, ops.stage to childfile_writer;
grant select on ops.run, ops.stage to childfile_api;
grant select on ops.run, ops.stage to childfile_reader;
