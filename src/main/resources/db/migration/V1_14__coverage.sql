-- The coverage picture: children by district and township, as the last step of a night counts them.
create schema coverage;
alter schema coverage owner to childfile_owner;
grant usage on schema coverage to childfile_writer, childfile_views;

create table coverage.division (
    division text not null,
    ages text not null check (ages in ('', '0_5', '6_13', '14_17')),
    day date not null,
    roster integer not null,
    hidden integer not null,
    covered integer not null,
    uncovered integer not null,
    silent integer not null,
    overdue integer not null,
    wakeups integer not null,
    reports integer not null default 0,
    primary key (division, ages)
);
comment on table coverage.division is 'Children by city, district and township, in all (no ages) and by age; with an empty code those of whom nobody knows where they live.';
comment on column coverage.division.reports is 'Reports of abuse that are open; not in wakeups.';

-- Counts for those who are shown no small ones (rights.yaml, small-cells): made with the exact ones, once a month.
create table coverage.published (
    division text not null,
    ages text not null check (ages in ('', '0_5', '6_13', '14_17')),
    day date not null,
    roster integer,
    hidden integer,
    covered integer,
    uncovered integer,
    silent integer,
    overdue integer,
    wakeups integer,
    primary key (division, ages)
);
comment on table coverage.published is 'coverage.division without small cells, and without as many others as it takes that none of them can be worked out: these are null. It stays as it is for the rest of its month, so that two days tell no more than one; reports of abuse are not in it.';

grant select, insert, update, delete, truncate, maintain on coverage.division, coverage.published to childfile_writer;
grant select on coverage.division, coverage.published to childfile_views;
