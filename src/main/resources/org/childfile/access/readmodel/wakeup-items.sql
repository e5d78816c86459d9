select i.number, i.feed, i.source_key, i.attribute, i.value, encode(i.value_sealed, 'hex') as value_sealed, i.observed_at
from mart.wakeup_item i
where i.wakeup_id = :id
order by i.number
