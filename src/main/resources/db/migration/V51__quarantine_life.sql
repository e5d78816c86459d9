-- How an entry of the quarantine was closed, by whom and why.
alter table landing.quarantine
    add column resolution text
        check (resolution in ('clean', 'gone', 'mapped', 'dismissed', 'rejected')),
    add column resolved_by text,
    add column sealed_resolution bytea;
comment on column landing.quarantine.resolution is
    'clean: the key came sound; gone: the feed has the record no more; mapped: another record or mapping; dismissed: by a person; rejected: with its held pull';
create index quarantine_of_pull on landing.quarantine (pull_id) where resolved is null;

create or replace view ops.quarantine with (security_barrier) as
select q.quarantine_id, q.feed, q.place, q.key as source_key, q.reason, q.field, q.text, q.since, q.resolved, q.pull_id, q.seq,
       q.resolution, q.resolved_by
from landing.quarantine q
where (select rights.purpose()) in ('operations', 'review') and (select rights.everywhere());
comment on column ops.quarantine.resolution is '了结方式：clean, gone, mapped, dismissed or rejected';
comment on column ops.quarantine.resolved_by is '了结人：who dismissed it';
