-- What the masks of a version hide, as it lies sealed: of the rows and the attributes that the caller may see. Whoever holds the
-- keys besides, as the program's doors do, opens it and takes out those attributes.
grant select on rights.attribute to childfile_views;

create view mart.child_identifiers with (security_barrier) as
select v.person_id as child_id, v.version, i.attributes, v.identifiers
from versions.child_version v
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
cross join lateral (
    select array_agg(a.attribute order by a.attribute) as attributes from rights.attribute a
    where a.population = 'child' and a.class = 'identifier' and o.see ? a.attribute) i
where i.attributes is not null and v.identifiers is not null;

create view mart.volunteer_identifiers with (security_barrier) as
select v.person_id as volunteer_id, v.version, i.attributes, v.identifiers
from versions.volunteer_version v
cross join rights.sight('volunteer') s
cross join lateral (
    select array_agg(a.attribute order by a.attribute) as attributes from rights.attribute a
    where a.population = 'volunteer' and a.class = 'identifier' and s.see ? a.attribute) i
where i.attributes is not null and v.identifiers is not null;

create view mart.child_id_number with (security_barrier) as
select v.person_id as child_id, v.id_number_index
from versions.child_version v
cross join rights.sight('child') s
cross join lateral (select case when v.birth_date <= s.born_by then s.see else s.young end as see) o
where v.superseded_at is null and v.valid_to is null and v.id_number_index is not null and o.see ? 'id_number';

alter view mart.child_id_number owner to childfile_views;
alter view mart.child_identifiers owner to childfile_views;
alter view mart.volunteer_identifiers owner to childfile_views;
revoke insert, update, delete, truncate, maintain on mart.child_id_number, mart.child_identifiers, mart.volunteer_identifiers from childfile_writer;
grant select on mart.child_id_number, mart.child_identifiers, mart.volunteer_identifiers to childfile_reader, childfile_api, childfile_writer;

comment on view mart.child_identifiers is '儿童密封标识。What the masks of a version hide, sealed: only the program''s doors hold the keys.';
comment on column mart.child_identifiers.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_identifiers.version is '版本号：number of the version';
comment on column mart.child_identifiers.attributes is '可见字段：the attributes in it that the caller may see';
comment on column mart.child_identifiers.identifiers is '密文：sealed values of class identifier';
comment on view mart.volunteer_identifiers is '志愿者密封标识。What the masks of a version hide, sealed: only the program''s doors hold the keys.';
comment on column mart.volunteer_identifiers.volunteer_id is '志愿者编号：V and a UUIDv7';
comment on column mart.volunteer_identifiers.version is '版本号：number of the version';
comment on column mart.volunteer_identifiers.attributes is '可见字段：the attributes in it that the caller may see';
comment on column mart.volunteer_identifiers.identifiers is '密文：sealed values of class identifier';
comment on view mart.child_id_number is '儿童证号索引。By what a child is found who has an id number: a keyed index of it, which only the program''s doors can make.';
comment on column mart.child_id_number.child_id is '儿童编号：C and a UUIDv7';
comment on column mart.child_id_number.id_number_index is '证号盲索引：keyed index of the id number';
