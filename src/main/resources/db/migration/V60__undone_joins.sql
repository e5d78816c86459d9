-- What went over with a person who was joined to another comes back when the join is undone.
create table pairing.moved (
    pairing_id text not null references pairing.pairing on delete cascade,
    side text not null check (side in ('child', 'volunteer')),
    was text not null,
    is_now text not null,
    primary key (pairing_id, side, was)
);
call rights.keep('pairing.moved');
comment on table pairing.moved is 'Whose a pairing was before that person was joined to another; until the join is undone.';
create table wakeup.moved (
    wakeup_id text not null references wakeup.wakeup on delete cascade,
    was text not null,
    is_now text not null,
    primary key (wakeup_id, was)
);
call rights.keep('wakeup.moved');
comment on table wakeup.moved is 'For whom a call was before that child was joined to another; until the join is undone.';
-- What was joined before this is asked about when it is undone, as nobody knows what moved.
alter table pairing.question_cursor add column moves_since timestamptz not null default now();
comment on column pairing.question_cursor.moves_since is 'Since when it is kept what a join moves.';
