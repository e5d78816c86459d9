-- Where the departments disagree.
select c.attribute, c.chosen as value, c.feed, o ->> 'value' as other, o ->> 'feed' as other_feed
from mart.child_conflict c
cross join lateral jsonb_array_elements(c.others) o
where c.child_id = :id
order by 1, 4, 5
