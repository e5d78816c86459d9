-- A run that lives says so every few seconds; how long it worked is counted without the time that lay between two attempts.
alter table ops.run
    add column worked double precision not null default 0,
    add column resumed timestamptz,
    add column alive timestamptz;
update ops.run set worked = coalesce(extract(epoch from ended - started), 0);
comment on column ops.run.worked is '工作秒数：seconds of work until the last attempt began, or it ended';
comment on column ops.run.resumed is '本次开始：when the last attempt began';
comment on column ops.run.alive is '最近活动：when its process last said that it lives; where that is more than a minute ago of a running one, the process is gone';
