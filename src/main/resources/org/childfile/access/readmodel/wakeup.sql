select w.wakeup_id, w.child_id, w.pairing_id, w.kind, w.origin, w.at, w.day, w.state, w.ended_at, w.items, w.applications, w.overdue, w.attention, w.caller, encode(w.words_sealed, 'hex') as words_sealed
from mart.wakeup w
where w.wakeup_id = :id
