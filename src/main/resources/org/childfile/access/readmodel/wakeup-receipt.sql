select r.wakeup_id, r.at, r.day from mart.wakeup_receipt r where r.wakeup_id = :id
