-- The rows of a view, with a person's first record in the place of its id.
with first as (
    select person_id, min(feed || ' ' || source_key) as person from mart.membership group by person_id
)
select (to_jsonb(v) - array[:without] || jsonb_build_object(':id', f.person))::text
from :from v
join first f on f.person_id = v.:id
order by 1
