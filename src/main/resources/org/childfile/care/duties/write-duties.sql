insert into care.duty as d (pairing_id, kind, period_start, period_end, state, done_at, last_at)
select pairing_id, kind, period_start, period_end, state, done_at, last_at from care_staged
on conflict (pairing_id, kind, period_start) do update
set period_end = excluded.period_end, state = excluded.state, done_at = excluded.done_at, last_at = excluded.last_at
where (d.period_end, d.state, d.done_at, d.last_at)
    is distinct from (excluded.period_end, excluded.state, excluded.done_at, excluded.last_at)
