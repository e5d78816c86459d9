-- ${definitions}

create or replace function wakeup.shown() returns boolean language sql stable parallel restricted
return rights.lists('calls');
comment on function wakeup.shown() is 'Whether the caller may be told of calls for help.';

-- Of a call is shown what a care record would show: its kind, caller and applications to who sees the attribute problem, what was
-- said to who sees note. An app whose registration lists attributes sees no more than these.
create or replace function wakeup.told(attribute text) returns boolean language sql stable parallel restricted
return coalesce((rights.sight('care')).see ? attribute, false);
comment on function wakeup.told(text) is 'Whether the caller is shown an attribute of care records, of those who are 14 or older.';

create or replace function wakeup.sort_reports() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if tg_table_name = 'wakeup' then
        new.report := rights.reports(new.kind);
    else
        select w.report into strict new.report from wakeup.wakeup w where w.wakeup_id = new.wakeup_id;
    end if;
    return new;
end $$;
create or replace trigger sort_reports before insert on wakeup.wakeup for each row execute function wakeup.sort_reports();
create or replace trigger sort_reports before insert on wakeup.item for each row execute function wakeup.sort_reports();
create or replace trigger sort_reports before insert on wakeup.application for each row execute function wakeup.sort_reports();
create or replace trigger sort_reports before insert on wakeup.application_event for each row execute function wakeup.sort_reports();

create or replace procedure wakeup.resort_reports() language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update wakeup.wakeup w set report = not w.report where w.report <> rights.reports(w.kind);
    update wakeup.item t set report = w.report from wakeup.wakeup w where w.wakeup_id = t.wakeup_id and t.report <> w.report;
    update wakeup.application t set report = w.report
    from wakeup.wakeup w where w.wakeup_id = t.wakeup_id and t.report <> w.report;
    update wakeup.application_event t set report = w.report
    from wakeup.wakeup w where w.wakeup_id = t.wakeup_id and t.report <> w.report;
end $$;

create or replace function wakeup.kinds_changed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    call wakeup.resort_reports();
    return null;
end $$;
create or replace trigger kinds_changed after insert or update or delete on rights.name
    for each statement execute function wakeup.kinds_changed();
