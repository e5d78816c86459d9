-- Pairs are looked for again only in districts of which something changed.
create table pairing.settled (
    district text primary key,
    inputs text not null
);
call rights.keep('pairing.settled');
comment on table pairing.settled is 'Districts, the first of those that neighbours join, whose pairs need not be looked for again.';
comment on column pairing.settled.inputs is 'Digest of all that decided: children, mothers, proposals and rules.';
