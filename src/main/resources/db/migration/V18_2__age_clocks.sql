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
comment on table audit.age_event is 'That a child is of an age by a file: since the day after the birthday, as courts count. Written once.';

create table audit.clock (
    one boolean primary key default true check (one),
    day date not null
);
comment on table audit.clock is 'Until which day the clocks are read.';

create index child_birth on versions.child_version (birth_date)
    where superseded_at is null and valid_to is null;
create index child_version_run on versions.child_version using brin (run_id);

create view ops.age_clock as
select e.person_id as child_id, e.age, e.since, e.run_id, e.at,
       case e.age
           when 14 then 'no longer sensitive by age alone'
           when 16 then 'consent to be asked of the child'
           else 'archived'
       end as effect
from audit.age_event e;
comment on view ops.age_clock is 'Which children reached 14 (their data are sensitive no longer by age alone: Personal Information Protection Law, art. 28, 31), 16 (consent is to be asked of the child too: Civil Code, art. 18) and 18 (the file is archived, consent is to be asked anew).';
comment on column ops.age_clock.since is 'The day after the birthday.';
comment on column ops.age_clock.run_id is 'The run that told so: the first that held the file after that day.';
