select p.organisation, p.post, p.division, left(p.listed::text, 1) as listed, left(p.in_post::text, 1) as in_post,
       to_char(p.observed_at, 'YYYY-MM-DD') as updated
from mart.volunteer_post p
where p.volunteer_id = mart.current_id(:id)
order by p.organisation collate "C", p.source_key collate "C"
