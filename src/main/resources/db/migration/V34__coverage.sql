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
    primary key (division, ages)
);
call rights.keep('coverage.division');
create policy published on coverage.division for select to childfile_views using (
    (select rights.everywhere())
    or division like any ((select rights.patterns())::text[]));
comment on table coverage.division is 'Children by city, district and township, in all (no ages) and by age; with an empty code those of whom nobody knows where they live.';

-- Wake-ups are counted where they are kept.
create view coverage.open_wakeup as
select w.child_id from wakeup.wakeup w where w.state = 'open' and w.child_id is not null;
alter view coverage.open_wakeup owner to childfile_owner;
grant select on coverage.open_wakeup to childfile_writer;

-- What kinds of difficulty a child has is of class health: so is the number of the hidden ones.
do $$
declare
    columns text := '';
    measure text;
    ages text;
begin
    foreach measure in array array['roster', 'hidden', 'covered', 'uncovered', 'silent', 'overdue', 'wakeups'] loop
        foreach ages in array array['', '_0_5', '_6_13', '_14_17'] loop
            columns := columns || format(
                case when measure in ('hidden', 'uncovered')
                    then ', case when s.health then coalesce(c%1$s.%2$I, 0) end as %3$I'
                    else ', coalesce(c%1$s.%2$I, 0) as %3$I' end,
                ages, measure, measure || ages);
        end loop;
    end loop;
    execute 'create view mart.coverage with (security_barrier) as
        select c.division collate "C" as division, c.day' || columns || '
        from coverage.division c
        left join coverage.division c_0_5 on c_0_5.division = c.division and c_0_5.ages = ''0_5''
        left join coverage.division c_6_13 on c_6_13.division = c.division and c_6_13.ages = ''6_13''
        left join coverage.division c_14_17 on c_14_17.division = c.division and c_14_17.ages = ''14_17''
        cross join (select rights.sees(''health'') as health, rights.sees(''plain'') as plain) s
        where c.ages = '''' and s.plain';
end $$;
call rights.publish('mart.coverage');

comment on view mart.coverage is '覆盖情况。Children by city, district and township: on the roster, hidden, with and without a caring mother, silent, overdue, and open wake-ups; each in all and by age.';
comment on column mart.coverage.division is '行政区划：2 or 4 digits (city), 6 (district) or 9 (township); empty: of whom nobody knows where they live';
comment on column mart.coverage.day is '业务日期：the day on which it stands so';
do $$
declare
    what text[];
    ages text[];
begin
    foreach what slice 1 in array array[
        ['roster', '台账', 'children on the roster'],
        ['hidden', '隐秘的角落', 'hidden children; shown where kinds of difficulty are'],
        ['covered', '已结对', 'children with a pairing in force'],
        ['uncovered', '未结对', 'children on the roster or hidden, without a pairing in force; shown where kinds of difficulty are'],
        ['silent', '失联', 'children whose every pairing in force is silent'],
        ['overdue', '逾期', 'children of whom the last period of some duty was missed'],
        ['wakeups', '未办结唤醒', 'wake-ups that are open']
    ] loop
        execute format('comment on column mart.coverage.%I is %L', what[1], what[2] || '：' || what[3]);
        foreach ages slice 1 in array array[['_0_5', '0–5岁', '0 to 5 years'], ['_6_13', '6–13岁', '6 to 13 years'], ['_14_17', '14–17岁', '14 to 17 years']] loop
            execute format('comment on column mart.coverage.%I is %L',
                what[1] || ages[1], what[2] || '（' || ages[2] || '）：of these, ' || ages[3]);
        end loop;
    end loop;
end $$;
