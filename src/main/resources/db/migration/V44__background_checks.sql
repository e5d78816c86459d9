-- A caring mother is checked for criminal records, and again every year.
create table pairing.check_rule (
    required text not null check (required in ('always', 'never', 'when-carried')),
    every interval not null check (every > interval '0'),
    carried boolean not null,
    day date
);
create unique index check_rule_one on pairing.check_rule ((true));
call rights.keep('pairing.check_rule');
create policy published on pairing.check_rule for select to childfile_views using (true);
insert into pairing.check_rule (required, every, carried) values ('when-carried', '1 year', false);
comment on table pairing.check_rule is 'The rule of mappings/pairing.yaml; whether the volunteers feed ever sent a date; the day to which proposals were brought. One row.';

insert into rights.attribute (population, attribute, class) values ('volunteer', 'background_check_on', 'plain')
    on conflict do nothing;

insert into pairing.reason (code, zh, en, mend_zh, mend_en) values
    ('only-unchecked', '有空额者均未通过背景核查或核查已过期', 'whoever is free has no check for criminal records, or one that is too old',
     '为爱心妈妈办理背景核查并登记日期', 'have the caring mothers checked, and enter the day');
comment on column mart.uncovered_child.reason is '原因代码：proposal-waits, no-division, no-volunteer-in-district, no-capacity-in-district, only-unchecked, only-parties, only-barred or outranked';

-- The latest check that her file or any list names; what a person proved outranks the lists, but for a check that was done later.
-- Good until infinity: none is asked for.
create view pairing.volunteer_check as
select v.person_id as volunteer_id, k.checked_on,
       case when not w.wanted then 'infinity' when k.checked_on is null then '-infinity'
            else (k.checked_on + w.every)::date end as good_until,
       w.day
from versions.volunteer_version v
cross join (
    select every, day, required = 'always' or (required = 'when-carried' and carried) as wanted from pairing.check_rule) w
left join (
    select m.person_id, max(case when pg_input_is_valid(a.attributes ->> 'background_check_on', 'date')
                              and a.attributes ->> 'background_check_on' ~ '^[0-9]{4}-'
                              then (a.attributes ->> 'background_check_on')::date end) as checked_on
    from mapping.source_record r
    join linkage.membership m using (record_id)
    cross join lateral (
        select case when position('\u' in r.attributes::text) = 0 or pg_input_is_valid(r.attributes::text, 'jsonb')
                    then r.attributes else '{}' end as attributes) a
    where r.population = 'volunteer' and not r.withdrawn and a.attributes ->> 'background_check_on' is not null
    group by m.person_id
) l on l.person_id = v.person_id
left join (
    select person_id, max((at at time zone 'Asia/Shanghai')::date) as said_on
    from subject.correction
    where attribute = 'background_check_on' and settled_at is null and undone_at is null and erased_at is null
    group by person_id
) c on c.person_id = v.person_id
cross join lateral (
    select greatest(case when c.said_on is null or l.checked_on > c.said_on then l.checked_on end,
                    case when pg_input_is_valid(v.provenance -> 'values' -> 'background_check_on' ->> 0, 'date')
                         then (v.provenance -> 'values' -> 'background_check_on' ->> 0)::date end) as checked_on) k
where v.superseded_at is null and v.valid_to is null;
alter view pairing.volunteer_check owner to childfile_owner;
grant select on pairing.volunteer_check to childfile_writer, childfile_views;

create view mart.volunteer_check with (security_barrier) as
select v.person_id as volunteer_id, case when s.see ? 'name' then v.name when s.mask_name then rights.masked(v.name) end as name,
       v.division collate "C" as division, v.in_post, coalesce(p.paired, 0) as paired, k.checked_on,
       case when isfinite(k.good_until) then k.good_until end as good_until,
       case when k.good_until = 'infinity' then 'not-required' when k.checked_on is null then 'missing'
            when k.good_until <= k.day or k.checked_on > k.day then 'lapsed' else 'good' end as state
from versions.volunteer_version v
join pairing.volunteer_check k on k.volunteer_id = v.person_id
cross join rights.sight('volunteer') s
left join pairing.load p on p.volunteer_id = v.person_id
where v.superseded_at is null and v.valid_to is null
  and case when s.see ? 'background_check_on' and s.see ? 'in_post' then true end;
call rights.publish('mart.volunteer_check');
comment on view mart.volunteer_check is '爱心妈妈背景核查。When each caring mother was last checked for criminal records, and whether she may be paired anew.';
comment on column mart.volunteer_check.volunteer_id is '爱心妈妈编号：V and a UUIDv7';
comment on column mart.volunteer_check.name is '姓名：name';
comment on column mart.volunteer_check.division is '行政区划：division';
comment on column mart.volunteer_check.in_post is '在岗：whether she is in post';
comment on column mart.volunteer_check.paired is '在结对数：how many children she has';
comment on column mart.volunteer_check.checked_on is '背景核查日期：the day of her last check that any list or a person names';
comment on column mart.volunteer_check.good_until is '有效期至：from this day on it is too old; null where there is none, or none is asked for';
comment on column mart.volunteer_check.state is '状态：good, lapsed, missing or not-required, as of the last night';
