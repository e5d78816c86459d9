-- ${definitions}

-- What was said may be sealed anew under another key; nothing else of a row ever changes.
create or replace function compliance.keep_rows() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'UPDATE' and tg_table_name = 'entry' and to_jsonb(new) - 'said' = to_jsonb(old) - 'said' then
        return new;
    end if;
    raise exception 'what was said of breaches and assessments is never changed or deleted: add to it';
end $$;
create or replace trigger keep_rows before update or delete on compliance.matter for each row execute function compliance.keep_rows();
create or replace trigger keep_rows before update or delete on compliance.entry for each row execute function compliance.keep_rows();
create or replace trigger keep_rows before update or delete on compliance.step for each row execute function compliance.keep_rows();
create or replace trigger keep_rows before update or delete on compliance.pack for each row execute function compliance.keep_rows();
-- Nor can the whole of it be emptied at once.
create or replace trigger keep_all before truncate on compliance.matter for each statement execute function compliance.keep_rows();
create or replace trigger keep_all before truncate on compliance.entry for each statement execute function compliance.keep_rows();
create or replace trigger keep_all before truncate on compliance.step for each statement execute function compliance.keep_rows();
create or replace trigger keep_all before truncate on compliance.pack for each statement execute function compliance.keep_rows();
