-- What the app in the field noted as a problem, and was not taken as a call yet, or whose child was unknown and is known now.
-- The words are the record's note, which lies sealed.
select r.record_id, r.feed, r.source_key, r.withdrawn, r.observed_at, r.attributes::text, r.doubts::text, r.identifiers,
       r.attributes ->> 'problem' as kind,
       coalesce((r.attributes ->> 'at')::timestamptz, r.observed_at) as at,
       r.attributes ->> 'pairing_number' as pairing_id, v.person_id as child_id
from mapping.source_record r
left join pairing.pairing p on p.pairing_id = r.attributes ->> 'pairing_number'
left join versions.child_version v
    on v.person_id = mart.current_id(p.child_id) and v.superseded_at is null and v.valid_to is null
where r.population = 'care' and not r.withdrawn
  and r.attributes ->> 'problem' in ('ILLNESS', 'SCHOOLING', 'HARDSHIP', 'INSURANCE', 'ABUSE')
  and not exists (
      select from wakeup.wakeup w
      where w.feed = r.feed and w.source_key = r.source_key
        and (w.child_id is not null or v.person_id is null or w.state = 'closed'))
order by r.attributes ->> 'problem' <> 'ABUSE', at, r.feed, r.source_key
