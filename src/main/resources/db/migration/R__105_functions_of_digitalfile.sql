-- ${definitions}

create or replace function digitalfile.shown(evidence jsonb, see jsonb) returns jsonb language sql immutable parallel safe
return (
    select coalesce(jsonb_agg(case when see ? 'id_number' then e - 'sight' else e - 'sight' - 'source_key' end order by n), '[]')
    from jsonb_array_elements(evidence) with ordinality x (e, n)
    where see ? (e ->> 'sight') and (see ? '*' or e ->> 'feed' is null or see ? ('feed:' || (e ->> 'feed'))));
comment on function digitalfile.shown(jsonb,jsonb) is 'Of evidence what a sight shows.';

create or replace function digitalfile.grounded(grounds jsonb, see jsonb) returns boolean language sql immutable parallel safe
return exists (select from jsonb_array_elements(grounds) g where see @> g);
comment on function digitalfile.grounded(jsonb,jsonb) is 'Whether a sight shows all of one ground.';

create or replace function digitalfile.told_grade(child text, see jsonb) returns text
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(min(d.grade), 'green')
    from digitalfile.hit h
    join digitalfile.rule d on d.part = h.part and d.rule = h.rule and d.version = h.rule_version
    where h.child_id = told_grade.child and h.part = 'risk' and h.superseded_at is null
      and digitalfile.grounded(h.grounds, told_grade.see)
$$;
comment on function digitalfile.told_grade(text,jsonb) is 'The grade of risk by the rules alone of which all of one ground is seen.';
