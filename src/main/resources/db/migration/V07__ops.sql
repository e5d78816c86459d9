-- The program's own record of what it did.
create schema ops;

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
    review bigint
);
comment on table ops.run is 'One execution over all feeds. Attention: done, but a feed is stale or held.';

create table ops.stage (
    run_id text not null references ops.run (run_id),
    stage text not null,
    records bigint not null,
    seconds double precision not null,
    ended timestamptz not null default clock_timestamp(),
    primary key (run_id, stage)
);
comment on table ops.stage is 'What each stage of a run handled, and how long it took.';

create view ops.pull as
select p.run_id, p.feed,
       case
           when p.state = 'landed' then 'ok'
           when p.state = 'failed' and exists (
               select from landing.pull g where g.feed = p.feed and g.state = 'landed' and g.pull_id < p.pull_id)
           then 'stale'
           when p.state = 'rejected' then 'stale'
           else p.state
       end as state,
       p.pulled, p.new, p.changed, p.unchanged, p.withdrawn, p.quarantined, p.duplicates,
       p.started, p.ended, p.message, p.reason, p.drift, p.pull_id,
       (select max(g.ended) from landing.pull g where g.feed = p.feed and g.state = 'landed' and g.pull_id <= p.pull_id) as last_good
from landing.pull p
where p.pull_id = (
    select max(l.pull_id) from landing.pull l where l.feed = p.feed and l.run_id is not distinct from p.run_id);
comment on view ops.pull is 'How each feed was pulled in each run: ok; stale (failed, the last good pull stays in force); held (shrank too much, waits for an operator); failed (and there never was a good one). pulled = new + changed + unchanged + quarantined + duplicates.';

create view ops.quarantine as
select q.quarantine_id, q.feed, q.place, q.key as source_key, q.reason, q.field, q.text, q.since, q.resolved, q.pull_id, q.seq
from landing.quarantine q;
comment on view ops.quarantine is 'Records that were set aside, with where they stood and why; resolved ones keep their row.';
