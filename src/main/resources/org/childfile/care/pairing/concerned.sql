-- Whether what changed in this transaction may mean other persons, or other problems, for any pairing.
select :volunteers
    or exists (select from mapping.changed_record where population = 'pairing')
    or exists (
        select from linkage.identity_change i
        where i.seq > (select seq from pairing.question_cursor) and i.kind <> 'created')
    or exists (select from linkage.membership m where m.person_id = any (:children) and m.since = now())
    or exists (
        select from versions.child_version v
        where v.person_id = any (:children) and v.superseded_at is null and v.valid_to is null
          and v.run_id = :run and 'id_number' = any (v.changed))
    or exists (
        select from unnest(:children::text[]) c (child_id)
        where not exists (
            select from versions.child_version v
            where v.person_id = c.child_id and v.superseded_at is null and v.valid_to is null))
