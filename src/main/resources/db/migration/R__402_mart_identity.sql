-- ${definitions}

create view mart.membership with (security_barrier) as
select r.feed, r.source_key, m.person_id, r.population, m.decided_by, m.weight, m.since
from linkage.membership m
join mapping.source_record r on r.record_id = m.record_id
cross join rights.sight('child') s
cross join rights.sight('volunteer') t
cross join lateral (select case r.population when 'child' then s.young when 'volunteer' then t.young else '[]' end as see) o
where case when o.see ? 'id_number' then o.see ? '*' or o.see ? ('feed:' || r.feed) end;
comment on view mart.membership is '源记录归属。Which source record belongs to which person, who decided so, and by how many bits of evidence. Of the feeds that may be named, to who sees id numbers, of children under 14 too.';
comment on column mart.membership.feed is '数据源：the feed that gives the value';
comment on column mart.membership.source_key is '源记录键：key of the source record in its feed; shown where identifiers are';
comment on column mart.membership.person_id is '人员编号：C (child) or V (volunteer) and a UUIDv7';
comment on column mart.membership.population is '人群：child or volunteer';
comment on column mart.membership.decided_by is '决定者：rule or person';
comment on column mart.membership.weight is '权重：bits of evidence for the link; null where none was needed';
comment on column mart.membership.since is '起始时间：since when';

create view mart.identity_change with (security_barrier) as
select seq, at, run_id, kind, person_id, other_id from linkage.identity_change;
comment on view mart.identity_change is '身份变更。What happened to persons: created (with other_id: an id that was retired lives again, out of other_id), joined (other_id went into person_id), split (other_id came out of person_id), moved (records went from person_id to other_id), retired (person_id lives on as other_id; without other_id: it was forgotten, and whoever holds a copy is to erase it). mart.current_id(id) follows retired ids.';
comment on column mart.identity_change.seq is '序号：grows with every change';
comment on column mart.identity_change.at is '时间：when it was recorded';
comment on column mart.identity_change.run_id is '批次：the run that recorded it';
comment on column mart.identity_change.kind is '类别：created, joined, split, moved or retired';
comment on column mart.identity_change.person_id is '人员编号：C (child) or V (volunteer) and a UUIDv7';
comment on column mart.identity_change.other_id is '另一人员编号：the other person that the change is about, if there is one';

create view mart.change_batch with (security_barrier) as
select b.position, b.at, b.first_number, b.last_number
from versions.change_batch b
where b.position is not null and (select rights.persons());
comment on view mart.change_batch is '变更批次。The transactions that changed something, in the order in which they became visible: who follows mart.change goes from one to the next. It names nobody.';
comment on column mart.change_batch.position is 'Its place in the order; ascending, with gaps.';
comment on column mart.change_batch.at is 'When the transaction began.';
comment on column mart.change_batch.first_number is 'The number of its first change.';
comment on column mart.change_batch.last_number is 'The number of its last change.';

-- A version of which the caller sees nothing that changed is no change to him.
create view mart.change with (security_barrier) as
select b.position, c.number, b.at,
       case when c.kind = 'version' and not seen.now then 'left' else c.kind end as kind,
       c.population, c.person_id,
       case when seen.now then c.version end as version,
       c.other_id,
       case when seen.now then seen.changed end as changed
from versions.change_batch b
join versions.change c using (batch_id)
cross join lateral (
    select 'child' as population, coalesce(bool_or(v.version = c.version), false) as now,
           coalesce(bool_or(true), false) as ever,
           coalesce(bool_or(v.version = c.version and rights.told(o.see, v.version, v.changed)), false) as told,
           string_to_array((array_agg(array_to_string(
               case when o.see ? '*' then v.changed else array(select a from unnest(v.changed) a where o.see ? a) end, ','))
               filter (where v.version = c.version))[1], ',') as changed
    from versions.child_version v
    cross join rights.sight('child') s
    cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
    where c.population = 'child' and v.person_id in (c.person_id, c.other_id)
      and (c.version is null or v.version in (c.version, c.version - 1)) and (o.see <> '[]' or s.mask_name)
    union all
    select 'volunteer', coalesce(bool_or(v.version = c.version), false), coalesce(bool_or(true), false),
           coalesce(bool_or(v.version = c.version and rights.told(s.see, v.version, v.changed)), false),
           string_to_array((array_agg(array_to_string(
               case when s.see ? '*' then v.changed else array(select a from unnest(v.changed) a where s.see ? a) end, ','))
               filter (where v.version = c.version))[1], ',')
    from versions.volunteer_version v
    cross join rights.sight('volunteer') s
    where c.population = 'volunteer' and v.person_id in (c.person_id, c.other_id)
      and (c.version is null or v.version in (c.version, c.version - 1)) and s.see <> '[]'
) seen
where b.position is not null and (select rights.persons())
  and (seen.ever and (c.kind <> 'version' or seen.told or not seen.now) or c.kind = 'erased' and c.population = seen.population);
comment on view mart.change is '变更。What changed, in an order that is kept: to be read on from the last (position, number) that was worked up.';
comment on column mart.change.position is 'The place of its transaction in mart.change_batch.';
comment on column mart.change.number is 'Its place in the transaction.';
comment on column mart.change.at is 'When the transaction began.';
comment on column mart.change.kind is 'version (a version was written that changes something the caller sees), left (one was written that the caller does not see, unlike the one before: it is another''s from now on), created, joined, split, moved, retired (as in mart.identity_change), erased (the file is no more).';
comment on column mart.change.population is 'child or volunteer.';
comment on column mart.change.person_id is 'Whose file.';
comment on column mart.change.version is 'Which version was written; null for what is no version.';
comment on column mart.change.other_id is 'The other person of a change of identity.';
comment on column mart.change.changed is 'The attributes in which the version differs from the one before, as far as they are shown; null for what is no version.';

create view mart.child_record with (security_barrier) as
select m.person_id as child_id, r.feed,
       case when o.see ? 'id_number' then r.source_key end as source_key,
       r.observed_at, r.withdrawn, m.decided_by, m.weight, m.since,
       (select coalesce(jsonb_object_agg(a.key, a.value), '{}') from json_each(r.attributes) a where o.see ? a.key) as attributes
from linkage.membership m
join mapping.source_record r on r.record_id = m.record_id and r.population = 'child'
join versions.child_version v on v.person_id = m.person_id and v.superseded_at is null and v.valid_to is null
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where case when o.see ? '*' or o.see ? ('feed:' || r.feed) then true end;
comment on view mart.child_record is '儿童来源记录。The source records of each child, as they were mapped, with who decided that they are the child''s. Of the feeds that may be named, and of each record the attributes that the caller may see.';
comment on column mart.child_record.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_record.feed is '数据源：the feed';
comment on column mart.child_record.source_key is '来源键：the key of the record in its feed; null where identifiers are not shown, as it may be one';
comment on column mart.child_record.observed_at is '观测时间：the record''s own stamp';
comment on column mart.child_record.withdrawn is '已撤回：the department withdrew it';
comment on column mart.child_record.decided_by is '判定依据：which rule or person decided that it is the child''s';
comment on column mart.child_record.weight is '证据权重：bits of evidence';
comment on column mart.child_record.since is '归属时间：since when';
comment on column mart.child_record.attributes is '属性：its attributes by name';
