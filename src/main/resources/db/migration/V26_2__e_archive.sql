-- The volunteers' e-archive: where she is listed, what she learned, whom she has and had, and what she can still take.
create view mart.volunteer_post with (security_barrier) as
select m.person_id as volunteer_id, case when s.see ? 'id_number' then r.source_key end as source_key,
       case when s.see ? 'organisation' then r.attributes ->> 'organisation' end as organisation,
       case when s.see ? 'post' then r.attributes ->> 'post' end as post,
       r.attributes ->> 'division' as division,
       not r.withdrawn as listed,
       case when s.see ? 'in_post' then not r.withdrawn and coalesce((r.attributes ->> 'in_post')::boolean, true) end as in_post,
       r.observed_at
from mapping.source_record r
join linkage.membership m using (record_id)
cross join rights.sight('volunteer') s
where r.population = 'volunteer' and s.see <> '[]'
  and exists (select from versions.volunteer_version v where v.person_id = m.person_id);
call rights.publish('mart.volunteer_post');
comment on view mart.volunteer_post is '爱心妈妈任职。Every organisation that lists a caring mother, with her post and division there.';
comment on column mart.volunteer_post.volunteer_id is '爱心妈妈编号：V and a UUIDv7';
comment on column mart.volunteer_post.source_key is '源记录键：her number in that list; shown where identifiers are';
comment on column mart.volunteer_post.organisation is '妇联组织：organisation';
comment on column mart.volunteer_post.post is '职务：post';
comment on column mart.volunteer_post.division is '行政区划：division';
comment on column mart.volunteer_post.listed is '在册：whether she still stands in the list';
comment on column mart.volunteer_post.in_post is '在岗：whether she is in post there';
comment on column mart.volunteer_post.observed_at is '更新时间：update stamp of the record';

create view mart.volunteer_training with (security_barrier) as
select v.person_id as volunteer_id, t.number,
       case when t.entry ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}[:：]' then left(t.entry, 10) end as held_on,
       case when t.entry ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}[:：]' then substr(t.entry, 12) else t.entry end as course
from versions.volunteer_version v
cross join rights.sight('volunteer') s
cross join lateral unnest(v.training) with ordinality t (entry, number)
where v.superseded_at is null and v.valid_to is null and s.see ? 'training';
call rights.publish('mart.volunteer_training');
comment on view mart.volunteer_training is '爱心妈妈培训记录。What a caring mother learned, a row a course.';
comment on column mart.volunteer_training.volunteer_id is '爱心妈妈编号：V and a UUIDv7';
comment on column mart.volunteer_training.number is '序号：its place in her list';
comment on column mart.volunteer_training.held_on is '日期：when, as it is written (yyyy-MM-dd); null where no date stands before the course';
comment on column mart.volunteer_training.course is '课程：the course';

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
alter view pairing.load owner to childfile_owner;
grant select on pairing.load to childfile_writer, childfile_views;

create view mart.volunteer_load with (security_barrier) as
select v.person_id as volunteer_id, v.division collate "C" as division, v.in_post,
       coalesce(v.capacity, 1) as capacity, coalesce(p.paired, 0) as paired, coalesce(p.proposed, 0) as proposed,
       coalesce(p.past, 0) as past,
       case when v.in_post then greatest(coalesce(v.capacity, 1) - coalesce(p.paired, 0), 0) else 0 end as free,
       p.last_contact_at
from versions.volunteer_version v
cross join rights.sight('volunteer') s
left join pairing.load p on p.volunteer_id = v.person_id
where v.superseded_at is null and v.valid_to is null and s.see ? 'capacity' and s.see ? 'in_post';
call rights.publish('mart.volunteer_load');
comment on view mart.volunteer_load is '爱心妈妈结对负荷。How many children each caring mother can take, has, and could still take.';
comment on column mart.volunteer_load.volunteer_id is '爱心妈妈编号：V and a UUIDv7';
comment on column mart.volunteer_load.division is '行政区划：division';
comment on column mart.volunteer_load.in_post is '在岗：in post';
comment on column mart.volunteer_load.capacity is '可结对数：how many she can take; 1 where she does not say';
comment on column mart.volunteer_load.paired is '在结对数：how many she has';
comment on column mart.volunteer_load.proposed is '待确认数：proposals that wait';
comment on column mart.volunteer_load.past is '历史结对数：how many she had';
comment on column mart.volunteer_load.free is '空额：how many more she can take; 0 for one who is not in post';
comment on column mart.volunteer_load.last_contact_at is '最近关爱时间：when she last did one of the six ones';
