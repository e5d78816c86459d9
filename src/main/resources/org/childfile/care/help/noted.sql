-- What the app in the field noted as a problem, and was not taken as a call yet, or whose child was unknown and is known now.
-- The words are the record's note, which lies sealed.
select r.record_id, r.feed, r.source_key, r.withdrawn, r.observed_at, a.attributes::text, r.doubts::text, r.identifiers,
       a.attributes ->> 'problem' as kind,
       case when pg_input_is_valid(a.attributes ->> 'at', 'timestamptz')
            then (a.attributes ->> 'at')::timestamptz else r.observed_at end as at,
       a.attributes ->> 'pairing_number' as pairing_id, v.person_id as child_id
from mapping.source_record r
cross join lateral (select mapping.readable(r.attributes) as attributes) a
left join pairing.pairing p on p.pairing_id = a.attributes ->> 'pairing_number'
left join versions.child_version v
    on v.person_id = mart.current_id(p.child_id) and v.superseded_at is null and v.valid_to is null
where r.population = 'care' and not r.withdrawn
  and a.attributes ->> 'problem' in ('ILLNESS', 'SCHOOLING', 'HARDSHIP', 'INSURANCE', 'ABUSE')
  and not exists (
      select from wakeup.wakeup w
      where w.feed = r.feed and w.source_key = r.source_key
        and (w.child_id is not null or v.person_id is null or w.state = 'closed'))
order by a.attributes ->> 'problem' <> 'ABUSE', at, r.feed, r.source_key
