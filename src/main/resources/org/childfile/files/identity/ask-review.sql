-- A question that was asked before keeps its number and since when it waits.
insert into linkage.review_pair as r (a, b, weight, reason, closeness, since)
select a, b, weight, reason, closeness, now() from asked
on conflict (a, b) do update
set weight = excluded.weight, reason = excluded.reason, closeness = excluded.closeness
where (r.weight, r.reason, r.closeness) is distinct from (excluded.weight, excluded.reason, excluded.closeness)
