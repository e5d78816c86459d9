-- ${definitions}

-- Hidden children need a caring mother too, and the gravest are covered first.
create view pairing.child_in_need as
select v.person_id as child_id, not coalesce(v.on_roster, false) as hidden, r.grade
from versions.child_version v
left join digitalfile.risk r on r.child_id = v.person_id and r.superseded_at is null
where v.superseded_at is null and v.valid_to is null
  and (v.on_roster
       or exists (select from digitalfile.hit h
                  where h.child_id = v.person_id and h.part = 'hidden' and h.superseded_at is null and h.state <> 'not-so'));
comment on view pairing.child_in_need is 'Each child that should have a caring mother: on the roster or hidden, of whatever age; grade: of risk.';

-- Numbers alone, of pairs that the asker need not see.
create view pairing.load as
select p.volunteer_id, count(*) filter (where p.state in ('active', 'confirmed'))::integer as paired,
       count(*) filter (where p.state = 'proposed')::integer as proposed,
       count(*) filter (where p.state = 'ended')::integer as past,
       max(d.last_at) as last_contact_at
from pairing.pairing p
left join (select pairing_id, max(last_at) as last_at from care.duty group by pairing_id) d using (pairing_id)
where p.volunteer_id is not null
group by p.volunteer_id;

-- Calls are counted where they are kept: reports by themselves.
create view coverage.open_wakeup as
select w.child_id, rights.reports(w.kind) as report from wakeup.wakeup w where w.state = 'open' and w.child_id is not null;

-- The receipt: that a call was taken, and nothing else of it, for whoever called through a door.
create view wakeup.receipt as
select w.wakeup_id, w.origin, w.caller, w.at, w.day from wakeup.wakeup w;
comment on view wakeup.receipt is 'Of every call that it was taken, and from whom.';

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
comment on view audit.born is 'When each child was born whose file says so, under whichever id.';

-- Whether a verdict was said on other data than there are now.
create view linkage.verdict_change as
select v.verdict_id, max(p.started) as changed_at
from linkage.verdict v
join mapping.source_record r on (r.feed, r.source_key) in ((v.feed_a, v.key_a), (v.feed_b, v.key_b))
join landing.pull p on p.pull_id = r.pull_id and p.started > v.at
where v.undone_at is null
group by v.verdict_id;
comment on view linkage.verdict_change is 'Verdicts in force of which a record has come with something else since, and when last.';
