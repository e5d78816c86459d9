-- The person leads nowhere from now on, and whoever follows identities is told so.
with ended as (
    update linkage.person p set forgotten = true from erased_person e where p.person_id = e.person_id
),
touched as (delete from linkage.touched_person t using erased_person e where t.person_id = e.person_id),
cores as (delete from linkage.core c using erased_person e where c.person_id = e.person_id),
ages as (delete from audit.age_event a using erased_person e where a.person_id = e.person_id),
hits as (delete from digitalfile.hit h using erased_person e where h.child_id = e.person_id),
assessed as (delete from digitalfile.assessed a using erased_person e where a.child_id = e.person_id),
risks as (delete from digitalfile.risk r using erased_person e where r.child_id = e.person_id),
hidden_changes as (delete from digitalfile.hidden_change c using erased_person e where c.child_id = e.person_id),
risk_changes as (delete from digitalfile.risk_change c using erased_person e where c.child_id = e.person_id),
findings as (delete from digitalfile.finding f using erased_person e where f.child_id = e.person_id),
aside as (delete from setaside.item s using erased_person e where s.subject = e.person_id),
uncovered as (delete from pairing.uncovered u using erased_person e where u.child_id = e.person_id),
marks as (delete from pairing.mark k using erased_person e where k.person_id = e.person_id),
marked as (delete from pairing.marked k using erased_person e where k.person_id = e.person_id),
decided as (delete from pairing.decision d using erased_person e where d.child_id = e.person_id and not :proof),
said as (
    update pairing.decision d
    set reason = case when d.side = 'program' then d.reason end,
        volunteer_id = case when d.volunteer_id = e.person_id then null else d.volunteer_id end
    from erased_person e
    where d.volunteer_id = e.person_id or (d.child_id = e.person_id and :proof)
),
questions as (delete from pairing.question q using erased_person e where e.person_id = any (q.persons)),
mothers as (update pairing.pairing p set volunteer_id = null from erased_person e where p.volunteer_id = e.person_id),
request_events as (
    delete from rectification.request_event v
    using rectification.request r, erased_person e
    where v.request_id = r.request_id and r.person_id = e.person_id
),
requests as (delete from rectification.request r using erased_person e where r.person_id = e.person_id),
outranked as (
    delete from subject.outranked o
    using subject.correction c, erased_person e
    where o.correction_id = c.correction_id and c.person_id = e.person_id
),
corrections as (
    update subject.correction c
    set said = null, erased_at = now(), undo_reason = case when c.undone_at is not null then 'forgotten' end
    from erased_person e
    where c.person_id = e.person_id and c.erased_at is null
)
insert into linkage.identity_change (at, run_id, kind, person_id)
select now(), 'erasure', 'retired', :person
