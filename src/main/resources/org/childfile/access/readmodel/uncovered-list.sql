-- Children without a caring mother in post, those who have waited longest first.
select child_id, urgency, cause, division, since, pairing_id, reason_zh, mend_zh, reason_en, mend_en
from mart.uncovered_child
where division like :division || '%' or (:division = '' and division is null)
order by since, child_id collate "C"
limit :limit
