select coalesce(max(b.position), 0) as position from mart.change_batch b
