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
call rights.keep('coverage.published');
create policy published on coverage.published for select to childfile_views using (
    division like any ((select rights.areas())::text[]));
comment on table coverage.published is 'coverage.division without small cells, and without as many others as it takes that none of them can be worked out: these are null. It stays as it is for the rest of its month, so that two days tell no more than one; reports of abuse are not in it.';

create function rights.small_cells() returns boolean language sql stable parallel restricted
return coalesce((rights.claims() ->> 'small_cells')::boolean, false);
comment on function rights.small_cells is 'Whether the caller is shown counts however small they are.';
alter function rights.small_cells() owner to childfile_owner;
revoke all on function rights.small_cells() from public;
grant execute on function rights.small_cells() to childfile_writer, childfile_views, childfile_reader, childfile_api;

do $$
declare
    exact text := '';
    published text := '';
    suppressed text := '';
    measure text;
    ages text;
begin
    foreach measure in array array['roster', 'hidden', 'covered', 'uncovered', 'silent', 'overdue', 'wakeups'] loop
        foreach ages in array array['', '_0_5', '_6_13', '_14_17'] loop
            exact := exact || format(', case when s.names ? %L then coalesce(c%s.%I, 0)%s end as %I', 'count:' || measure, ages, measure,
                case measure when 'wakeups' then format(' + case when s.reports then coalesce(c%s.reports, 0) else 0 end', ages) else '' end,
                measure || ages);
            published := published || format(', case when s.names ? %L then c%s.%I end', 'count:' || measure, ages, measure);
            suppressed := suppressed || format(', case when s.names ? %L and c%s.%I is null then %L end',
                'count:' || measure, ages, measure, measure || ages);
        end loop;
    end loop;
    execute format('create or replace view mart.coverage with (security_barrier) as
        select c.division collate "C" as division, c.day%1$s, array[]::text[] as suppressed
        from coverage.division c
        left join coverage.division c_0_5 on c_0_5.division = c.division and c_0_5.ages = ''0_5''
        left join coverage.division c_6_13 on c_6_13.division = c.division and c_6_13.ages = ''6_13''
        left join coverage.division c_14_17 on c_14_17.division = c.division and c_14_17.ages = ''14_17''
        cross join (select rights.names() as names, rights.sees(''protection'') as reports) s
        where c.ages = '''' and (select rights.small_cells())
          and (s.reports or c.roster + c.hidden + c.covered + c.uncovered + c.silent + c.overdue + c.wakeups > 0)
          and s.names ?| array[''count:roster'', ''count:hidden'', ''count:covered'', ''count:uncovered'', ''count:silent'',
                               ''count:overdue'', ''count:wakeups'']
        union all
        select c.division collate "C", c.day%2$s, array_remove(array[%3$s], null)
        from coverage.published c
        join coverage.published c_0_5 on c_0_5.division = c.division and c_0_5.ages = ''0_5''
        join coverage.published c_6_13 on c_6_13.division = c.division and c_6_13.ages = ''6_13''
        join coverage.published c_14_17 on c_14_17.division = c.division and c_14_17.ages = ''14_17''
        cross join (select rights.names() as names) s
        where c.ages = '''' and not (select rights.small_cells())
          and coalesce(case when s.names ? ''count:roster'' then c.roster end, case when s.names ? ''count:hidden'' then c.hidden end,
                       case when s.names ? ''count:covered'' then c.covered end, case when s.names ? ''count:uncovered'' then c.uncovered end,
                       case when s.names ? ''count:silent'' then c.silent end, case when s.names ? ''count:overdue'' then c.overdue end,
                       case when s.names ? ''count:wakeups'' then c.wakeups end) is not null', exact, published, substr(suppressed, 3));
end $$;
comment on view mart.coverage is '覆盖情况。Children by city, district and township: on the roster, hidden, with and without a caring mother, silent, overdue, and open wake-ups; each in all and by age. For statistics, and for apps, without small cells, as of some night of the month.';
comment on column mart.coverage.suppressed is '隐去的计数：columns that are null because they are small cells, or small ones could be worked out with them';
