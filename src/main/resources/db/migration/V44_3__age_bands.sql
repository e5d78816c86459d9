-- How old somebody was on the day of an access: the bands by which the yearly report on minors' data counts.
create view audit.born as
select p.person_id, coalesce(o.birth_date, h.birth_date) as birth_date
from linkage.person p
left join lateral (
    select v.birth_date from versions.child_version v
    where v.person_id = p.person_id and v.birth_date is not null
    order by v.superseded_at is not null, v.version desc limit 1) o on true
left join lateral (
    select v.birth_date from versions.child_version v
    where p.retired_into is not null and v.person_id = pairing.lives_as(p.person_id) and v.birth_date is not null
    order by v.superseded_at is not null, v.version desc limit 1) h on true
where p.population = 'child';
alter view audit.born owner to childfile_owner;
grant select on audit.born to childfile_writer;
comment on view audit.born is 'When each child was born whose file says so, under whichever id.';

create function audit.age_band(person text, born date, day date) returns text language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
return case when person is null then 'none' when person like 'V%' then 'volunteer' when born is null then 'unknown'
            when day <= (born + interval '14 years')::date then 'under-14'
            when day <= (born + interval '18 years')::date then '14-18' else 'over-18' end;
alter function audit.age_band(text, date, date) owner to childfile_owner;
grant execute on function audit.age_band(text, date, date) to childfile_writer;
comment on function audit.age_band is 'none (no person), volunteer, unknown, under-14, 14-18 or over-18, on a day. An age is reached on the day after the birthday (法释〔2006〕1号).';
