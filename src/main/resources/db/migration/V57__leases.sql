-- Who sends an application takes it for a while and holds no connection meanwhile; whoever is killed gives it back by the time.
alter table wakeup.application add column lease uuid, add column leased_until timestamptz;
alter table rectification.request add column lease uuid, add column leased_until timestamptz;
comment on column wakeup.application.lease is 'Who is at it: a token that each attempt makes anew; null for nobody.';
comment on column wakeup.application.leased_until is 'Until when nobody else is at it.';
comment on column rectification.request.lease is 'Who is at it: a token that each attempt makes anew; null for nobody.';
comment on column rectification.request.leased_until is 'Until when nobody else is at it.';
