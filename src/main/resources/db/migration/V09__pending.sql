-- What is to be mapped stands in a table of its own: marking each record of a feed twice would write all of it three times.
create table landing.pending (
    feed text not null,
    key text not null
);
comment on table landing.pending is 'The keys whose record in force is not mapped yet; empty between runs. A key may stand here twice.';

insert into landing.pending (feed, key) select feed, key from landing.current where pending;

drop index landing.current_pending;
alter table landing.current drop column pending;
comment on table landing.current is 'For each key of a feed the record in force. Quarantined: mapped in vain.';

create table landing.held_withdrawal (
    pull_id bigint not null,
    key text not null
);
comment on table landing.held_withdrawal is 'The keys that a held snapshot lacks; they are withdrawn when it is approved.';

-- Attributes are read as text and compared as text, never searched: json is checked and stored as it came, at half the cost.
alter table mapping.source_record
    alter column attributes type json using attributes::text::json,
    alter column raw type json using raw::text::json,
    alter column doubts type json using doubts::text::json;

create index current_quarantined on landing.current (feed) where quarantined;
