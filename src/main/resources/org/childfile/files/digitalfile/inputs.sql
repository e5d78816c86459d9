-- A digest of all that rules ask for, a row a child; what is added to a file here must be read by the rules, and the other way round.
insert into asked_input (child_id, inputs)
select v.person_id,
       md5(concat_ws('|', :rules::text, v.version, jsonb_hash_extended(v.provenance, 0), v.birth_date, v.feeds::text,
                     w.told, c.paired_since, '/', c.met_on, f.told))
from versions.child_version v
left join (select person_id,
                  string_agg(concat_ws('|', feed, source_key, observed_at, jsonb_hash_extended(attributes, 0), md5(identifiers), gone_on),
                             '|' order by feed, observed_at, source_key) as told
           from asked_withdrawn group by person_id) w on w.person_id = v.person_id
left join asked_care c on c.child_id = v.person_id
left join (select coalesce(mart.current_id(child_id), child_id) as child_id,
                  string_agg(finding_id || outcome, '|' order by finding_id) as told
           from digitalfile.finding where undone_at is null group by 1) f on f.child_id = v.person_id
where v.superseded_at is null and v.valid_to is null and v.person_id in (select child_id from asked_child)
