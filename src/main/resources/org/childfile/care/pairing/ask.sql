with fresh as (
    select i.kind, pairing.lives_as(i.person_id) as person_id, i.other_id,
           -- Of a join that is undone only what began since is in doubt: all else has come back.
           case when i.kind = 'split' then (
               select max(j.at) from linkage.identity_change j
               where j.kind = 'joined' and j.person_id = i.person_id and j.other_id = i.other_id and j.seq < i.seq
                 and j.at >= (select moves_since from pairing.question_cursor)) end as joined_at
    from linkage.identity_change i
    where i.seq > (select seq from pairing.question_cursor) and i.kind in ('joined', 'split', 'moved')
),
in_force as (
    select p.pairing_id, p.child_id, p.volunteer_id, p.since, r.child_id as means_child, r.volunteer_id as means_volunteer,
           v.in_post is distinct from false and v.person_id is not null as in_post, coalesce(v.capacity, 1) as capacity
    from pairing.pairing p
    left join resolved r using (pairing_id)
    left join versions.volunteer_version v
      on v.person_id = p.volunteer_id and v.superseded_at is null and v.valid_to is null
    where p.state in ('active', 'confirmed')
),
touched as (
    select f.kind, 'child' as whose, f.person_id, f.other_id, i.pairing_id, i.since, i.in_post, 1 as places,
           case when i.means_child <> i.child_id then i.means_child end as target
    from fresh f join in_force i on i.child_id = f.person_id
    where f.joined_at is null or i.since >= (f.joined_at at time zone 'Asia/Shanghai')::date or i.means_child <> i.child_id
    union all
    select f.kind, 'volunteer', f.person_id, f.other_id, i.pairing_id, i.since, i.in_post, i.capacity,
           case when i.means_volunteer <> i.volunteer_id then i.means_volunteer end
    from fresh f join in_force i on i.volunteer_id = f.person_id
    where f.joined_at is null or i.since >= (f.joined_at at time zone 'Asia/Shanghai')::date
       or i.means_volunteer <> i.volunteer_id
),
ranked as (
    select person_id, whose, pairing_id, places,
           row_number() over (partition by person_id order by in_post desc, since, pairing_id collate "C") as rank
    from (select distinct person_id, whose, pairing_id, since, in_post, places from touched where kind = 'joined') t
),
open_call as (
    select wakeup_id, child_id, pairing_id, at from wakeup.wakeup where state = 'open' and child_id is not null
),
joined_pairings as (
    select r.whose, r.person_id, array_agg(r.pairing_id order by r.rank) as pairings,
           jsonb_build_object(
               'keep', jsonb_agg(r.pairing_id order by r.rank) filter (where r.rank <= r.places),
               'end', jsonb_agg(r.pairing_id order by r.rank) filter (where r.rank > r.places)) as proposal
    from ranked r
    group by r.whose, r.person_id
    having count(*) > max(r.places)
),
-- A call for the child that lives on is asked about only beside one that comes to it.
joined_calls as (
    select 'child' as whose, f.person_id, array_agg(distinct c.wakeup_id order by c.wakeup_id) as calls
    from fresh f join open_call c on c.child_id in (f.person_id, f.other_id)
    where f.kind = 'joined'
    group by f.person_id
    having bool_or(c.child_id <> f.person_id)
),
joined as (
    select 'joined-' || whose as kind,
           array[person_id] || (select array_agg(distinct f.other_id) from fresh f where f.kind = 'joined' and f.person_id = j.person_id) as persons,
           coalesce(pairings, '{}') as pairings, coalesce(calls, '{}') as calls, coalesce(proposal, '{}') as proposal
    from (joined_pairings full join joined_calls using (whose, person_id)) j
),
parted_pairings as (
    select t.whose, t.kind, t.person_id, t.other_id, array_agg(t.pairing_id order by t.pairing_id collate "C") as pairings,
           jsonb_build_object(
               'keep', coalesce(jsonb_agg(t.pairing_id order by t.pairing_id collate "C") filter (where t.target is null), '[]'),
               'follow', coalesce(jsonb_object_agg(t.pairing_id, t.target) filter (where t.target is not null), '{}')) as proposal
    from touched t
    where t.kind in ('split', 'moved')
    group by t.whose, t.kind, t.person_id, t.other_id
    having t.kind = 'split' or bool_or(t.target is not null)
),
parted_calls as (
    select 'child' as whose, f.kind, f.person_id, f.other_id, array_agg(c.wakeup_id order by c.wakeup_id) as calls,
           jsonb_object_agg(c.wakeup_id, i.means_child) filter (where i.means_child <> i.child_id) as targets
    from fresh f
    join open_call c on c.child_id = f.person_id and (f.joined_at is null or c.at >= f.joined_at)
    left join in_force i on i.pairing_id = c.pairing_id
    where f.kind in ('split', 'moved')
    group by f.kind, f.person_id, f.other_id
    having f.kind = 'split' or bool_or(i.means_child <> i.child_id)
),
parted as (
    select 'split-' || whose as kind, array[person_id, other_id] as persons,
           coalesce(pairings, '{}') as pairings, coalesce(calls, '{}') as calls,
           coalesce(proposal, '{}') || case when targets is null then '{}' else jsonb_build_object('calls', targets) end as proposal
    from parted_pairings full join parted_calls using (whose, kind, person_id, other_id)
),
seen as (
    update pairing.question_cursor set seq = greatest(seq, (select coalesce(max(seq), 0) from linkage.identity_change))
)
insert into pairing.question (kind, persons, pairings, calls, proposal, since)
select a.kind, a.persons, a.pairings, a.calls, a.proposal, :day
from (select * from joined union all select * from parted) a
where not exists (
    select from pairing.question q where q.resolved_at is null and q.kind = a.kind and q.persons = a.persons and q.pairings = a.pairings
      and q.calls = a.calls)
order by a.kind, a.persons
