-- Who is forgotten goes from the decisions about pairings, too.
grant delete, update (volunteer_id) on pairing.decision to childfile_writer;
comment on table pairing.decision is 'What was decided about pairings; a row is never changed, but goes when its child is forgotten, and loses its words and the id when its volunteer is.';

-- Sensitive values stand sealed in their places from now on: every feed is mapped anew once, and the files that stand are sealed
-- with it.
update mapping.feed_mapping set digest = '';
comment on column mapping.source_record.attributes is 'Values by attribute, but those that are sealed (attributes.csv).';
comment on column mapping.source_record.identifiers is 'Sealed: {"attributes": values of the attributes that are sealed, "raw": by attribute the text as it came, where it differs from the normalised value}.';
comment on column versions.child_version.provenance is 'Every value with its source and rule; read it through mart.child_value. Identifiers are masked, texts of sensitive attributes stand sealed (~.…).';
comment on column versions.child_version.father_state is 'Sealed (~.…): the same text of the same child is the same each time.';
comment on column versions.child_version.mother_state is 'Sealed (~.…).';
comment on column versions.child_version.disability_category is 'Sealed (~.…).';
comment on column versions.child_version.disability_grade is 'Sealed (~.…).';
comment on column versions.child_version.diagnoses is 'Each sealed (~.…).';
comment on column digitalfile.hit.evidence is 'The values that it rests on; those of sensitive attributes stand sealed (~.…).';
comment on column digitalfile.finding.reason is 'Sealed (~.…).';
comment on column pairing.decision.reason is 'Sealed (~.…) where a person gave it.';
comment on column care.mark.reason is 'Sealed (~.…).';
comment on column wakeup.item.value is 'Its texts sealed (~.…); null for an attribute of class identifier.';
