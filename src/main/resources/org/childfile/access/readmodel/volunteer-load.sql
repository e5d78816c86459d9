select l.capacity, l.paired, l.proposed, l.past, l.free, to_char(l.last_contact_at, 'YYYY-MM-DD') as last_contact
from mart.volunteer_load l
where l.volunteer_id = mart.current_id(:id)
