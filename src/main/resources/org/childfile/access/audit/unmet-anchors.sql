-- The anchors that the log does not meet: its own head, and what each run wrote down when it ended.
select n.name, n.count, n.hash
from (
    select '' as name, h.count, encode(h.hash, 'hex') as hash from audit.head h
    union all
    select r.run_id, r.access_count, r.access_hash from ops.run r where r.access_count is not null
) n
left join audit.access a on a.seq = n.count
where case n.count when 0 then n.hash <> '' else a.seq is null or encode(a.hash, 'hex') <> n.hash end
   or (n.name = '' and n.count <> (select count(*) from audit.access))
order by n.count, n.name
