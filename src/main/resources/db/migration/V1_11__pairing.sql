-- One caring mother and one child: what the women's federation lists, and what the program proposes.
create schema pairing;
alter schema pairing owner to childfile_owner;
grant usage on schema pairing to childfile_writer, childfile_views;

create table pairing.pairing (
    pairing_id text primary key,
    child_id text,
    volunteer_id text,
    state text not null check (state in ('proposed', 'confirmed', 'active', 'ended', 'rejected')),
    since date not null,
    until date check (until >= since),
    reasons jsonb not null default '{}',
    constraint pairing_child_person foreign key (child_id) references linkage.person,
    constraint pairing_volunteer_person foreign key (volunteer_id) references linkage.person
);
create index pairing_child on pairing.pairing (child_id);
create index pairing_volunteer on pairing.pairing (volunteer_id);
comment on table pairing.pairing is 'One caring mother and one child: what the women''s federation lists (pairing_id is its number), and what the program proposed (CF and a number). It is in force from since to until, both days included, if it was confirmed, is active or has ended; since of a proposal is the day on which it was made.';
comment on column pairing.pairing.child_id is 'Null as long as nobody knows which child the federation means.';
comment on column pairing.pairing.volunteer_id is 'Null as long as nobody knows which volunteer the federation means.';

-- What the women's federation lists as pairings, and whom its numbers mean.
create table pairing.listing (
    pairing_id text primary key,
    record_id bigint not null unique,
    volunteer_key text,
    roster_key text,
    person_key text,
    id_number_index bytea,
    started_on date,
    ended_on date,
    end_reason text,
    listed_on date not null,
    withdrawn_on date,
    renamed boolean not null default true
);
comment on table pairing.listing is 'Each pairing as the federation lists it: the keys by which it names its volunteer and its child, as they stand in the tables.';
comment on column pairing.listing.person_key is 'The child''s key in the household register: a token of the id number.';
comment on column pairing.listing.id_number_index is 'A keyed index of the child''s id number.';
comment on column pairing.listing.listed_on is 'The day of the run that first saw it.';
comment on column pairing.listing.withdrawn_on is 'The day of the run in which it was no longer listed.';
comment on column pairing.listing.renamed is 'Whether the federation named other persons than before, since they were last looked up.';

create table pairing.supporter (
    pairing_id text not null,
    number integer not null,
    role text not null,
    name text,
    phone text,
    primary key (pairing_id, number)
);
comment on column pairing.supporter.phone is 'Masked; whole in the sealed box of the source record.';

create table pairing.problem (
    pairing_id text not null,
    problem text not null,
    detail text not null default '',
    primary key (pairing_id, problem)
);

create table pairing.wanted_role (
    role text primary key
);
comment on table pairing.wanted_role is 'Which supporters a pair should have. Read from mappings/pairing.yaml.';

create table pairing.decision (
    decision_id bigint generated always as identity primary key,
    pairing_id text not null,
    kind text not null check (kind in ('propose', 'withdraw', 'take-over', 'add', 'confirm', 'reject', 'end', 'keep', 'follow')),
    child_id text,
    volunteer_id text,
    side text not null check (side in ('program', 'operator', 'mother', 'family')),
    actor text not null,
    reason text,
    day date not null,
    at timestamptz not null default now(),
    constraint decision_child_person foreign key (child_id) references linkage.person,
    constraint decision_volunteer_person foreign key (volunteer_id) references linkage.person
);
create index decision_pairing on pairing.decision (pairing_id);
create index decision_child on pairing.decision (child_id) where kind = 'reject';
comment on table pairing.decision is 'What was decided about pairings; a row is never changed, but goes when its child is forgotten, and loses its words and the id when its volunteer is.';
comment on column pairing.decision.side is 'Who did not want it or decided: a rejection by the mother or the family bars the pair from then on, as does one by an operator.';
comment on column pairing.decision.reason is 'Sealed (~.…) where a person gave it.';
comment on column pairing.decision.day is 'The day from which it holds; of an end the last day in force.';

create table pairing.mark (
    person_id text not null,
    kind text not null check (kind in ('parent', 'household', 'phone')),
    mark bytea not null,
    primary key (person_id, kind, mark)
);
create index mark_mark on pairing.mark (mark);
comment on table pairing.mark is 'Keyed indexes of what shows that two persons belong together: id numbers of parents and guardians, household numbers, phones.';

create table pairing.marked (
    person_id text primary key,
    version integer not null
);
comment on table pairing.marked is 'The version of which a person''s marks were taken.';

create table pairing.reason (
    code text primary key,
    zh text not null,
    en text not null,
    mend_zh text not null,
    mend_en text not null
);

create table pairing.uncovered (
    child_id text primary key,
    reason text not null references pairing.reason (code),
    cause text not null check (cause in ('never-paired', 'left-post', 'ended', 'unknown-volunteer')),
    urgency text not null,
    division text,
    pairing_id text,
    former_id text,
    detail jsonb not null default '{}',
    since date not null
);

-- When two persons turn out to be one, or one to be two, their pairings are put before a person.
create table pairing.question (
    question_id bigint generated always as identity primary key,
    kind text not null check (kind in ('joined-child', 'joined-volunteer', 'split-child', 'split-volunteer')),
    persons text[] not null,
    pairings text[] not null,
    proposal jsonb not null,
    since date not null,
    resolved_at timestamptz,
    resolved_by text,
    -- What is put before a person, when two children turn out to be one or one to be two, are their open calls and duties, too.
    calls text[] not null default '{}',
    resolve_reason text
);
comment on column pairing.question.proposal is '{"keep": pairings that stay as they are, "end": those that end, "follow": by pairing the person whom it goes over to}';
comment on column pairing.question.calls is 'Open calls for help for these children. proposal has "calls": by call the child for whom it would be made anew; the others stay.';

create table pairing.question_cursor (
    one boolean primary key default true check (one),
    seq bigint not null,
        moves_since timestamptz not null default now()
);
comment on table pairing.question_cursor is 'The last change of identities that was looked at.';
comment on column pairing.question_cursor.moves_since is 'Since when it is kept what a join moves.';

-- A caring mother is checked for criminal records, and again every year.
create table pairing.check_rule (
    required text not null check (required in ('always', 'never', 'when-carried')),
    every interval not null check (every > interval '0'),
    carried boolean not null,
    day date
);
create unique index check_rule_one on pairing.check_rule ((true));
comment on table pairing.check_rule is 'The rule of mappings/pairing.yaml; whether the volunteers feed ever sent a date; the day to which proposals were brought. One row.';

-- What went over with a person who was joined to another comes back when the join is undone.
create table pairing.moved (
    pairing_id text not null references pairing.pairing on delete cascade,
    side text not null check (side in ('child', 'volunteer')),
    was text not null,
    is_now text not null,
    primary key (pairing_id, side, was)
);
comment on table pairing.moved is 'Whose a pairing was before that person was joined to another; until the join is undone.';

-- Pairs are looked for again only in districts of which something changed.
create table pairing.settled (
    district text primary key,
    inputs text not null
);
comment on table pairing.settled is 'Districts, the first of those that neighbours join, whose pairs need not be looked for again.';
comment on column pairing.settled.inputs is 'Digest of all that decided: children, mothers, proposals and rules.';

insert into pairing.reason (code, zh, en, mend_zh, mend_en) values
    ('proposal-waits', '已有推荐，待人工确认', 'a proposal waits for a person', '确认或退回推荐', 'confirm or reject it'),
    ('no-division', '不知道儿童住在何处', 'nobody knows where the child lives', '补全居住地或户籍地区划', 'give the division of residence or registration'),
    ('no-volunteer-in-district', '本区县没有在岗爱心妈妈', 'no caring mother of the district is in post', '在本区县招募爱心妈妈', 'find caring mothers in the district'),
    ('no-capacity-in-district', '本区县爱心妈妈均已满额', 'every caring mother of the district has as many children as she can take', '招募爱心妈妈或增加可结对数', 'find caring mothers, or let some take more'),
    ('only-parties', '有空额者均为当事亲属', 'whoever is free is a party to the child''s own case', '招募与该家庭无关的爱心妈妈', 'find a caring mother outside the family'),
    ('only-barred', '有空额者均被婉拒或为当事亲属', 'whoever is free was refused, or is a party to the case', '招募新的爱心妈妈', 'find another caring mother'),
    ('outranked', '空额已给更紧急或更近的儿童', 'the free places went to children who need it more, or are nearer', '招募爱心妈妈或增加可结对数', 'find caring mothers, or let some take more');
insert into pairing.question_cursor (seq) values (0);
insert into pairing.check_rule (required, every, carried) values ('when-carried', '1 year', false);
insert into pairing.reason (code, zh, en, mend_zh, mend_en) values
    ('only-unchecked', '有空额者均未通过背景核查或核查已过期', 'whoever is free has no check for criminal records, or one that is too old',
     '为爱心妈妈办理背景核查并登记日期', 'have the caring mothers checked, and enter the day');

grant select, insert, update, delete, truncate, maintain on pairing.check_rule, pairing.listing, pairing.mark,
    pairing.marked, pairing.moved, pairing.pairing, pairing.problem, pairing.question, pairing.question_cursor,
    pairing.reason, pairing.settled, pairing.supporter, pairing.uncovered, pairing.wanted_role to childfile_writer;
grant select, insert, delete, maintain on pairing.decision to childfile_writer;
grant select on all tables in schema pairing to childfile_views;
-- A decision is kept as it was made; an erasure takes its words and the volunteer from it.
grant update (reason, volunteer_id) on pairing.decision to childfile_writer;
