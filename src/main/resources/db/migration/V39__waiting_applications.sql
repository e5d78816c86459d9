-- Applications are sent and asked about department by department: each of these finds the next one without sorting the rest.
create index application_to_send on wakeup.application (template, next_at, application_id)
    where beneath = 'confirmed';
create index application_to_follow on wakeup.application (template, next_at, application_id)
    where beneath in ('sent', 'received', 'in_hand', 'asked_back');
drop index wakeup.application_open;
