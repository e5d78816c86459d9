-- ${definitions}

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
    execute format('create view mart.coverage with (security_barrier) as
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
comment on view mart.coverage is '覆盖情况。Children by city, district and township: on the roster, hidden, with and without a caring mother, silent, overdue, and open wake-ups; each in all and by age. For statistics, and for apps, without small cells, as of some night of the month.';
comment on column mart.coverage.division is '行政区划：2 or 4 digits (city), 6 (district) or 9 (township); empty: of whom nobody knows where they live';
comment on column mart.coverage.day is '业务日期：the day on which it stands so';
comment on column mart.coverage.suppressed is '隐去的计数：columns that are null because they are small cells, or small ones could be worked out with them';
