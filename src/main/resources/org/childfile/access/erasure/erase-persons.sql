-- Of a correction stays that there was one.
with outranked as (
    delete from subject.outranked o
    using subject.correction c, erased_person e
    where o.correction_id = c.correction_id and c.person_id = e.person_id
)
update subject.correction c
set said = null, erased_at = now(), undo_reason = case when c.undone_at is not null then 'forgotten' end
from erased_person e
where c.person_id = e.person_id and c.erased_at is null
