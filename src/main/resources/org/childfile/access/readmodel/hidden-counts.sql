-- Hidden children by district and kind.
select c.division, c.children, c.open, c.confirmed, c.known, c.kind_11, c.kind_12, c.kind_31, c.kind_32
from mart.hidden_count c
where c.level = 'district'
order by c.division
