-- What persons decide about records, and the questions that wait for them.

-- A verdict names records by their keys: a record may be gone today and come back.
create table linkage.verdict (
    verdict_id bigint generated always as identity primary key,
    population text not null check (population in ('child', 'volunteer')),
    kind text not null check (kind in ('same', 'different')),
    feed_a text not null,
    key_a text not null,
    feed_b text not null,
    key_b text not null,
    actor text not null,
    at timestamptz not null,
    reason text not null,
    undone_at timestamptz,
    undone_by text,
    undo_reason text,
    check ((feed_a, key_a) <> (feed_b, key_b)),
    check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undo_reason is null))
);
create unique index verdict_in_force on linkage.verdict (feed_a, key_a, feed_b, key_b) where undone_at is null;
comment on table linkage.verdict is 'What a person said of two records: one person (same) or two (different). Never changed and never deleted; undone at most once.';

create function linkage.keep_verdict() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.undone_at is null and new.undone_at is not null
        and to_jsonb(new) - array['undone_at', 'undone_by', 'undo_reason']
          = to_jsonb(old) - array['undone_at', 'undone_by', 'undo_reason'] then
        return new;
    end if;
    raise exception 'a verdict is never changed or deleted; it can be undone once';
end $$;
create trigger keep_verdict before update or delete on linkage.verdict
    for each row execute function linkage.keep_verdict();

create table linkage.reopened (
    verdict_id bigint primary key
);
comment on table linkage.reopened is 'Verdicts that were said or undone since the last link step: their records are decided anew.';

create table linkage.second_opinion (
    opinion_id bigint generated always as identity primary key,
    verdict_id bigint not null references linkage.verdict (verdict_id),
    kind text not null check (kind in ('same', 'different')),
    actor text not null,
    at timestamptz not null,
    reason text not null,
    unique (verdict_id, actor)
);
comment on table linkage.second_opinion is 'What another reviewer said of a decided pair without knowing the verdict. It measures agreement and decides nothing.';

-- The id of a person that was joined to another comes back when its records leave again.
create table linkage.core (
    person_id text not null,
    record_id bigint not null,
    primary key (person_id, record_id)
);
create index core_record on linkage.core (record_id);
comment on table linkage.core is 'The records that a person had when it was last joined with another.';

alter table linkage.edge add column barred boolean not null default false;
comment on column linkage.edge.barred is 'All else agrees, but two different valid id numbers forbid the rules to join.';

-- One row a pair of persons: its best pair of records.
delete from linkage.review_pair
where (a, b) not in (
    select distinct on (least(x.person_id, y.person_id), greatest(x.person_id, y.person_id)) r.a, r.b
    from linkage.review_pair r
    join linkage.membership x on x.record_id = r.a
    join linkage.membership y on y.record_id = r.b
    order by least(x.person_id, y.person_id), greatest(x.person_id, y.person_id), r.weight desc, r.a, r.b);
alter table linkage.review_pair
    add column review_id bigint generated always as identity unique,
    add column reason text not null default 'between thresholds',
    add column closeness double precision not null default 0.5;
comment on column linkage.review_pair.closeness is '0 at the threshold of review, 1 at the threshold of joining or where no threshold is the reason.';

create function linkage.worth(
    size_a bigint, size_b bigint, closeness double precision, on_roster boolean, in_difficulty boolean, under_six boolean)
returns double precision language sql immutable parallel safe
return round(((1 + log(2, (size_a * size_b)::numeric)) * (0.5 + closeness / 2)::numeric
    * (1 + 0.5 * on_roster::integer + 0.5 * in_difficulty::integer + 0.25 * under_six::integer)), 3)::double precision;
comment on function linkage.worth is 'What deciding a pair is worth: (1 + log2(records of the one x records of the other)) x (0.5 + closeness / 2) x (1 + 0.5 if on the roster + 0.5 if in difficulty + 0.25 if under six).';

create view ops.review as
select r.review_id, ra.population, r.reason,
       linkage.worth(na.size, nb.size, r.closeness, k.on_roster, k.in_difficulty, k.under_six) as worth,
       r.weight, ma.person_id as person_a, mb.person_id as person_b, na.size as size_a, nb.size as size_b,
       ra.feed as feed_a, ra.source_key as source_key_a, rb.feed as feed_b, rb.source_key as source_key_b,
       k.on_roster, k.in_difficulty, k.under_six, r.since
from linkage.review_pair r
join mapping.source_record ra on ra.record_id = r.a
join mapping.source_record rb on rb.record_id = r.b
join linkage.membership ma on ma.record_id = r.a
join linkage.membership mb on mb.record_id = r.b
cross join lateral (select count(*) as size from linkage.membership m where m.person_id = ma.person_id) na
cross join lateral (select count(*) as size from linkage.membership m where m.person_id = mb.person_id) nb
cross join lateral (
    select coalesce(bool_or(v.on_roster), false) as on_roster,
           coalesce(bool_or(cardinality(v.kinds) > 0), false) as in_difficulty,
           coalesce(bool_or(v.birth_date > (now() at time zone 'Asia/Shanghai')::date - interval '6 years'), false) as under_six
    from versions.child_version v
    where v.person_id in (ma.person_id, mb.person_id) and v.superseded_at is null) k
where r.reason = 'conflicting verdicts'
   or not exists (
       select from linkage.verdict v
       where v.undone_at is null
         and ((v.feed_a, v.key_a, v.feed_b, v.key_b) = (ra.feed, ra.source_key, rb.feed, rb.source_key)
           or (v.feed_a, v.key_a, v.feed_b, v.key_b) = (rb.feed, rb.source_key, ra.feed, ra.source_key)));
comment on view ops.review is 'Pairs of persons that wait for a person''s verdict, each with its best pair of records, why it is in doubt, and what deciding it is worth (linkage.worth). What was decided is gone from here at once.';

create view ops.verdict as
select v.verdict_id, v.population, v.kind, v.feed_a, v.key_a as source_key_a, v.feed_b, v.key_b as source_key_b,
       v.actor, v.at, v.reason, v.undone_at, v.undone_by, v.undo_reason
from linkage.verdict v;
comment on view ops.verdict is 'What persons decided about pairs of records, the undone verdicts too.';

create function mart.current_id(id text) returns text language sql stable
begin atomic
    with recursive chain (person_id, retired_into) as (
        select p.person_id, p.retired_into from linkage.person p where p.person_id = id
        union
        select p.person_id, p.retired_into from chain c join linkage.person p on p.person_id = c.retired_into
    )
    select c.person_id from chain c where c.retired_into is null;
end;
comment on function mart.current_id is 'The id under which a person lives on: its own while it lives, that of the person it went into when it is retired; null for an id that was never given.';

comment on view mart.identity_change is 'What happened to persons: created (with other_id: an id that was retired lives again, out of other_id), joined (other_id went into person_id), split (other_id came out of person_id), moved (records went from person_id to other_id), retired (person_id lives on as other_id). mart.current_id(id) follows retired ids.';
