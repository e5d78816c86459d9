-- Calls for help (一键唤醒): each call, its event list, and the applications to departments.
create schema wakeup;
alter schema wakeup owner to childfile_owner;
grant usage on schema wakeup to childfile_writer, childfile_views;

-- Calls for help (一键唤醒): the call, its event list, its applications to departments, and what became of each. Words, values of
-- class identifier, what is sent and what a department writes back lie sealed.
create table wakeup.wakeup (
    wakeup_id text primary key,
    child_id text,
    pairing_id text,
    kind text not null check (kind in ('ILLNESS', 'SCHOOLING', 'HARDSHIP', 'INSURANCE', 'ABUSE')),
    origin text not null check (origin in ('api', 'cli', 'feed')),
    feed text,
    source_key text,
    caller text not null,
    at timestamptz not null,
    day date not null,
    digest bytea not null,
    said bytea,
    state text not null default 'open' check (state in ('open', 'done', 'closed')),
    ended_at timestamptz,
    closed_by text,
    run_id text,
    -- explain analyze tells how many rows an index brought that row security took away: with an index on the child alone, whether
    -- there is a report of abuse about a child. Reports are a part of each index, and of each view, that is not even begun for
    -- who may not see them. The policies stay: what they hide, they hide whatever stands in the column.
    report boolean not null default true,
    unique (feed, source_key),
    constraint wakeup_child_person foreign key (child_id) references linkage.person
);
create index wakeup_child on wakeup.wakeup (report, child_id);
create index wakeup_open on wakeup.wakeup (report, at) where state = 'open';
comment on table wakeup.wakeup is 'A caring mother''s call for help.';
comment on column wakeup.wakeup.child_id is 'Null as long as nobody knows which child the pairing of the call is about.';
comment on column wakeup.wakeup.caller is 'Who called: the subject of a token, a user at the machine, or the feed.';
comment on column wakeup.wakeup.day is 'The day on which the program took it; deadlines count from it.';
comment on column wakeup.wakeup.digest is 'A keyed digest of what was called: tells whether the same call comes again.';
comment on column wakeup.wakeup.said is 'Sealed: {"words", "photo", "reason"}.';
comment on column wakeup.wakeup.report is 'Whether it is a confidential report, by its kind: the database fills it in.';

create table wakeup.item (
    wakeup_id text not null references wakeup.wakeup,
    number integer not null,
    child_id text not null,
    feed text not null,
    source_key text not null,
    attribute text not null,
    value jsonb,
    sealed bytea,
    observed_at timestamptz not null,
    report boolean not null default true,
    primary key (wakeup_id, number)
);
comment on table wakeup.item is 'The event list (事件清单) of a call: the values that the case needs, each with the record that it rests on.';
comment on column wakeup.item.source_key is 'As it stands in the tables: a token where the keys of the feed are sealed.';
comment on column wakeup.item.value is 'Its texts sealed (~.…); null for an attribute of class identifier.';
comment on column wakeup.item.sealed is 'Sealed: the value of an attribute of class identifier.';
comment on column wakeup.item.report is 'Whether its call is a confidential report: the database fills it in.';

create table wakeup.application (
    application_id text primary key,
    wakeup_id text not null references wakeup.wakeup,
    child_id text,
    template text not null,
    department text not null,
    urgent boolean not null,
    state text not null check (state in ('drafted', 'confirmed', 'sent', 'received', 'in_hand', 'asked_back', 'done', 'refused', 'overdue',
        'cancelled')),
    -- What was not sent when a person closed its call is cancelled: no clock of it runs on.
    department_state text not null check (department_state in (
        'drafted', 'confirmed', 'sent', 'received', 'in_hand', 'asked_back', 'done', 'refused', 'cancelled')),
    deadline date not null,
    body bytea,
    missing text[] not null default '{}',
    confirmed_by text,
    attempts integer not null default 0,
    next_at timestamptz not null,
    sent_at timestamptz,
    receipt text,
    ended_at timestamptz,
    overdue_on date,
    escalated_to text,
    attention text,
    message text,
    -- Who sends an application takes it for a while and holds no connection meanwhile; whoever is killed gives it back by the time.
    lease uuid,
    leased_until timestamptz,
    report boolean not null default true
);
create index application_wakeup on wakeup.application (wakeup_id);
-- Applications are sent and asked about department by department: each of these finds the next one without sorting the rest.
create index application_to_send on wakeup.application (template, next_at, application_id)
    where department_state = 'confirmed';
create index application_to_follow on wakeup.application (template, next_at, application_id)
    where department_state in ('sent', 'received', 'in_hand', 'asked_back');
create index application_child on wakeup.application (report, child_id);
comment on table wakeup.application is 'What is asked of one department because of a call. The rows that are confirmed and not sent are the outbox.';
comment on column wakeup.application.application_id is 'Follows from the call and the template, and is the idempotency key: the department counts it once.';
comment on column wakeup.application.template is 'The file connectors/outbound/TEMPLATE.yaml.';
comment on column wakeup.application.department_state is 'The state but for its being overdue.';
comment on column wakeup.application.body is 'Sealed: the JSON that is sent.';
comment on column wakeup.application.missing is 'Fields that the department needs and the event list lacks.';
comment on column wakeup.application.next_at is 'When it is sent, or asked about, next.';
comment on column wakeup.application.attention is 'Why it needs a person; null where it does not.';
comment on column wakeup.application.report is 'Whether its call is a confidential report: the database fills it in.';
comment on column wakeup.application.lease is 'Who is at it: a token that each attempt makes anew; null for nobody.';
comment on column wakeup.application.leased_until is 'Until when nobody else is at it.';

create table wakeup.application_event (
    application_id text not null references wakeup.application,
    number integer not null,
    wakeup_id text not null,
    child_id text,
    at timestamptz not null,
    state text not null,
    actor text not null,
    code text,
    said bytea,
    report boolean not null default true,
    primary key (application_id, number)
);
comment on table wakeup.application_event is 'Everything that happened to an application, in order; never changed.';
comment on column wakeup.application_event.actor is 'Who made it happen: a person, the department, or childfile.';
comment on column wakeup.application_event.code is 'What went wrong, or whom it was escalated to.';
comment on column wakeup.application_event.said is 'Sealed: what the department wrote.';
comment on column wakeup.application_event.report is 'Whether its call is a confidential report: the database fills it in.';

create table wakeup.moved (
    wakeup_id text not null references wakeup.wakeup on delete cascade,
    was text not null,
    is_now text not null,
    primary key (wakeup_id, was)
);
comment on table wakeup.moved is 'For whom a call was before that child was joined to another; until the join is undone.';

grant select, insert, update, delete, truncate, maintain on all tables in schema wakeup to childfile_writer;
grant select on all tables in schema wakeup to childfile_views;
