-- Hidden children need a caring mother too, and the gravest are covered first.
create or replace view pairing.child_in_need as
select v.person_id as child_id, not coalesce(v.on_roster, false) as hidden, r.grade
from versions.child_version v
left join digitalfile.risk r on r.child_id = v.person_id and r.superseded_at is null
where v.superseded_at is null and v.valid_to is null
  and (v.on_roster
       or exists (select from digitalfile.hit h
                  where h.child_id = v.person_id and h.part = 'hidden' and h.superseded_at is null and h.state <> 'not-so'));
comment on view pairing.child_in_need is 'Each child that should have a caring mother: on the roster or hidden, of whatever age; grade: of risk.';
