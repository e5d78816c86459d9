update digitalfile.hit h
set superseded_at = :at
where h.superseded_at is null and h.child_id in (select child_id from asked_child)
  and not exists (
      select from fresh_hit f
      where (f.child_id, f.part, f.rule) = (h.child_id, h.part, h.rule)
        and (f.rule_version, f.evidence, f.grounds, f.substance, f.state)
            = (h.rule_version, h.evidence, h.grounds, h.substance, h.state)
        and f.finding_id is not distinct from h.finding_id)
