create schema rights;
alter schema rights owner to childfile_owner;
grant usage on schema rights to childfile_writer, childfile_views, childfile_reader, childfile_api, childfile_warden;

create table rights.role (
    role text primary key,
    rows text not null check (rows in ('divisions', 'children', 'none')),
    small_cells boolean not null default true
);
comment on table rights.role is 'Kinds of callers, and by what they see rows: their divisions (and children that are listed besides), listed children only, or no rows at all. Read from mappings/rights.yaml.';
comment on column rights.role.small_cells is 'Whether counts are shown however small they are, where the purpose shows persons.';

create table rights.purpose (
    purpose text primary key,
    persons boolean not null default true
);
comment on table rights.purpose is 'What data may be wanted for. Read from mappings/rights.yaml.';
comment on column rights.purpose.persons is 'Whether rows of persons are shown for it; else counts alone, without small cells.';

create table rights.role_purpose (
    role text not null references rights.role,
    purpose text not null references rights.purpose,
    classes text[] not null,
    minors boolean not null,
    sees jsonb not null default '{}',
    primary key (role, purpose)
);
comment on table rights.role_purpose is 'Which classes of attributes a role sees for a purpose, and whether of children under 14. Read from mappings/rights.yaml.';
comment on column rights.role_purpose.sees is 'By population the names of the attributes of these classes, so that nobody has to gather them for each question.';

create table rights.attribute (
    population text not null,
    attribute text not null,
    class text not null check (class in ('plain', 'family', 'identifier', 'health', 'psychological', 'judicial')),
    primary key (population, attribute)
);
comment on table rights.attribute is 'The class of protection of every attribute; what is not here is shown to nobody.';

create table rights.grantee (
    db_role name primary key,
    role text not null,
    divisions text[] not null default '{}',
    children text[] not null default '{}',
    purposes text[] not null check (cardinality(purposes) > 0),
    attributes text[],
    until date,
    since timestamptz not null default now()
);
comment on table rights.grantee is 'The rights of those who log in with SQL. They choose one of their purposes by: set childfile.purpose = ''…''; the first is the default.';
comment on column rights.grantee.until is 'The last day on which it counts, by the calendar of Asia/Shanghai; null: no end.';
comment on column rights.grantee.since is 'When it was granted, or last granted anew.';

-- What may be named. A feed's name, a list that a child stands on, a count and the kind of a call give away what the values hide.
-- Each has a class, and the attributes that one must see to be told of it, in mappings/rights.yaml; rights.sight answers for all of
-- them as it does for attributes, by elements of one list: "name" an attribute, "feed:health" the name of a feed,
-- "source:name" from which feed and record an attribute is, "*" every attribute there is; and for the population '' (of nobody in
-- particular) "list:calls", "count:hidden", "call:ILLNESS".
create table rights.name (
    kind text not null check (kind in ('feed', 'list', 'city-list', 'count', 'call')),
    name text not null,
    population text not null,
    class text check (class in ('plain', 'family', 'identifier', 'health', 'psychological', 'judicial', 'protection')),
    needs text[] not null default '{}',
    purposes text[],
    primary key (kind, name, population)
);
comment on table rights.name is 'What is told by its name alone. Read from mappings/rights.yaml. What is not here is named to nobody, but a feed to whoever sees every attribute.';
comment on column rights.name.kind is 'city-list: a list for who sees the whole city, or no persons at all.';
comment on column rights.name.class is 'The class that one must see; null: any.';
comment on column rights.name.needs is 'Attributes that one must see, each as population.attribute.';
comment on column rights.name.purposes is 'The purposes for which it is told; null: all.';

create table rights.source (
    population text not null,
    attribute text not null,
    feed text not null,
    primary key (population, attribute, feed)
);
comment on table rights.source is 'Which feeds can give an attribute, by their mappings: where an attribute is from is told to who may be told the names of all of them, so that saying nothing says nothing.';

-- What one answer may show of before it needs a reason, and before a second person; read from mappings/rights.yaml.
create table rights.answer_limit (
    one boolean primary key default true check (one),
    reason_above integer not null,
    approval_above integer not null,
    approval_hours integer not null,
    roles text[] not null,
    accounts text[] not null
);
comment on table rights.answer_limit is 'Above how many persons an answer needs a reason; above how many whose masks are lifted a second person, who may be that one, and how long a consent lives.';

-- Tokens that are taken no more although they live still: one by its id, or all of a subject that were issued until then.
create table rights.revoked_token (
    number bigint generated always as identity primary key,
    token_id text,
    subject text,
    at timestamptz not null default now(),
    actor text not null,
    reason text not null,
    constraint one_token_or_one_subject check (num_nonnulls(token_id, subject) = 1)
);
create index revoked_token_at on rights.revoked_token (at);
comment on table rights.revoked_token is 'Tokens of the API that were revoked. A token lives an hour at most, so only the last hour counts.';

-- What one may see of a population: names of attributes, those of children under 14, born by which day, and whether names are masked.
create type rights.seen as (see jsonb, young jsonb, born_by date, mask_name boolean);
alter type rights.seen owner to childfile_owner;
grant usage on type rights.seen to childfile_views, childfile_reader, childfile_api, childfile_writer;

grant select, insert, update, delete, truncate, maintain on rights.answer_limit, rights.attribute, rights.grantee,
    rights.name, rights.purpose, rights.role, rights.role_purpose, rights.source to childfile_writer;
grant select, insert on rights.revoked_token to childfile_writer;
grant select on rights.attribute to childfile_views;
grant usage, select, update on all sequences in schema rights to childfile_writer;
grant select (db_role, until) on rights.grantee to childfile_warden;
