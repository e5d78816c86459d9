-- At 14, 16 and 18 the law sees a child anew.
create table audit.age_event (
    person_id text not null,
    age integer not null check (age in (14, 16, 18)),
    since date not null,
    run_id text not null,
    at timestamptz not null,
    primary key (person_id, age)
);
create index age_event_run on audit.age_event (run_id);
create index age_event_adult on audit.age_event (person_id) where age = 18;
comment on table audit.age_event is 'That a child is of an age by a file: since the day after the birthday, as courts count. Written once.';

create table audit.clock (
    one boolean primary key default true check (one),
    day date not null
);
comment on table audit.clock is 'Until which day the clocks are read.';

create index child_birth on versions.child_version (birth_date)
    where superseded_at is null and valid_to is null;
create index child_version_run on versions.child_version using brin (run_id);
