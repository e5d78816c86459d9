-- An app whose registration lists attributes sees of pairings and care no more than these: pairings to who sees their number,
-- what was done in them to who sees when. Both are of class plain, so that nothing changes for who sees classes.
do $$
declare
    kept regclass;
begin
    foreach kept in array array[
        'pairing.pairing', 'pairing.supporter', 'pairing.decision', 'pairing.question', 'pairing.uncovered', 'pairing.problem']::regclass[]
    loop
        execute format('create policy listed on %s as restrictive for select to childfile_views
                        using ((select (rights.sight(''pairing'')).see ? ''pairing_number''))', kept);
    end loop;
    foreach kept in array array['care.duty', 'care.pair', 'care.mark', 'care.problem']::regclass[] loop
        execute format('create policy listed on %s as restrictive for select to childfile_views
                        using ((select (rights.sight(''care'')).see ? ''at''))', kept);
    end loop;
end $$;

-- The same of the counts.
do $$
declare
    columns text := '';
    measure text;
    ages text;
begin
    foreach measure in array array['roster', 'hidden', 'covered', 'uncovered', 'silent', 'overdue', 'wakeups'] loop
        foreach ages in array array['', '_0_5', '_6_13', '_14_17'] loop
            columns := columns || format(', case when s.%s then coalesce(c%s.%I, 0) end as %I',
                case measure when 'roster' then 'roster' when 'hidden' then 'kinds' when 'uncovered' then 'needs'
                    when 'covered' then 'pairs' else 'care' end,
                ages, measure, measure || ages);
        end loop;
    end loop;
    execute 'create or replace view mart.coverage with (security_barrier) as
        select c.division collate "C" as division, c.day' || columns || '
        from coverage.division c
        left join coverage.division c_0_5 on c_0_5.division = c.division and c_0_5.ages = ''0_5''
        left join coverage.division c_6_13 on c_6_13.division = c.division and c_6_13.ages = ''6_13''
        left join coverage.division c_14_17 on c_14_17.division = c.division and c_14_17.ages = ''14_17''
        cross join (
            select child.see ? ''on_roster'' as roster, child.see ? ''kinds'' as kinds, pair.see ? ''pairing_number'' as pairs,
                   child.see ? ''kinds'' and pair.see ? ''pairing_number'' as needs, care.see ? ''at'' as care
            from rights.sight(''child'') child, rights.sight(''pairing'') pair, rights.sight(''care'') care) s
        where c.ages = '''' and (s.roster or s.kinds or s.pairs or s.care)';
end $$;
