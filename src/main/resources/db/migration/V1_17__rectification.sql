create schema rectification;
alter schema rectification owner to childfile_owner;
grant usage on schema rectification to childfile_writer, childfile_views;

create table rectification.request (
    request_id text primary key,
    correction_id bigint not null references subject.correction,
    person_id text not null,
    feed text not null,
    source_key text not null,
    attribute text not null,
    department text not null,
    state text not null check (state in ('confirmed', 'sent', 'received', 'in_hand', 'asked_back', 'done', 'refused', 'overdue')),
    department_state text not null check (department_state in ('confirmed', 'sent', 'received', 'in_hand', 'asked_back', 'done', 'refused')),
    day date not null,
    deadline date not null,
    body bytea,
    attempts integer not null default 0,
    next_at timestamptz not null,
    sent_at timestamptz,
    receipt text,
    ended_at timestamptz,
    outcome text check (outcome in ('department', 'feed-agrees', 'withdrawn')),
    overdue_on date,
    attention text,
    message text,
    lease uuid,
    leased_until timestamptz,
    check ((ended_at is null) = (outcome is null)),
    constraint request_person foreign key (person_id) references linkage.person
);
create index request_correction on rectification.request (correction_id);
create index request_person on rectification.request (person_id);
create index request_open on rectification.request (next_at) where ended_at is null;
comment on table rectification.request is 'What a department is asked to correct in a record of its own, because a correction outranks it.';
comment on column rectification.request.body is 'Sealed: the JSON that is sent.';
comment on column rectification.request.outcome is 'How it ended: by the department''s word, because the feed came to say the same, or because the correction was taken back.';
comment on column rectification.request.lease is 'Who is at it: a token that each attempt makes anew; null for nobody.';
comment on column rectification.request.leased_until is 'Until when nobody else is at it.';

create table rectification.request_event (
    request_id text not null references rectification.request,
    number integer not null,
    at timestamptz not null,
    state text not null,
    actor text not null,
    code text,
    said bytea,
    primary key (request_id, number)
);
comment on table rectification.request_event is 'Everything that happened to a request, in order; never changed.';
comment on column rectification.request_event.said is 'Sealed: what the department wrote.';

grant select, insert, update, delete, truncate, maintain on rectification.request, rectification.request_event to
    childfile_writer;
grant select on rectification.request, rectification.request_event to childfile_views;
