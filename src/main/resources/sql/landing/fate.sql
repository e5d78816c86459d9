-- What becomes of each record of the pull. A key that came several times keeps the record with the latest stamp
-- (else the latest line); the same content again is a duplicate, another content is set aside.
create temporary table fate on commit drop as
with repeated as (
    select key from incoming where key is not null group by key having count(*) > 1
),
ranked as (
    select i.seq,
           row_number() over keep as rank,
           row_number() over (partition by i.key, i.hash order by i.updated desc nulls last, i.seq desc) as rank_of_content,
           first_value(i.hash) over keep = i.hash as kept_content
    from incoming i
    join repeated using (key)
    window keep as (partition by i.key order by i.updated desc nulls last, i.seq desc)
)
select i.seq,
       case
           when i.reason is not null then 'quarantined'
           when r.rank > 1 and (r.kept_content or r.rank_of_content > 1) then 'duplicate'
           when r.rank > 1 then 'quarantined'
           when c.key is null then 'new'
           when c.hash = i.hash and c.withdrawn = i.deletion and c.quarantined then 'quarantined again'
           when c.hash = i.hash and c.withdrawn = i.deletion then 'unchanged'
           else 'changed'
       end as fate,
       coalesce(i.reason, case when r.rank > 1 then 'DUPLICATE_KEY' end) as reason,
       coalesce(i.field, '') as field,
       coalesce(i.text, '') as text
from incoming i
left join ranked r on r.seq = i.seq
left join landing.current c on c.feed = :feed and c.key = i.key
