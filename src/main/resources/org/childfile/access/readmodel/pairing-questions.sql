select question_id, kind, persons, pairings, proposal, since, calls, duties
from mart.pairing_question
order by question_id
