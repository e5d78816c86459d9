delete from care.duty where period_end < :oldest
