-- What was not sent when a person closed its call is cancelled: no clock of it runs on.
alter table wakeup.application
    drop constraint application_state_check,
    add constraint application_state_check check (
        state in ('drafted', 'confirmed', 'sent', 'received', 'in_hand', 'asked_back', 'done', 'refused', 'overdue', 'cancelled')),
    drop constraint application_beneath_check,
    add constraint application_beneath_check check (
        beneath in ('drafted', 'confirmed', 'sent', 'received', 'in_hand', 'asked_back', 'done', 'refused', 'cancelled'));
update wakeup.application a
set state = 'cancelled', beneath = 'cancelled', ended_at = w.ended_at, attention = null, message = null
from wakeup.wakeup w
where w.wakeup_id = a.wakeup_id and w.state = 'closed' and a.ended_at is null and a.beneath in ('drafted', 'confirmed');
comment on column mart.application.state is '状态：drafted, confirmed, sent, received, in_hand, asked_back, done, refused, overdue or cancelled (not sent when its call was closed)';
comment on column mart.application.ended_at is '办结时间：when it was done, refused or cancelled';
