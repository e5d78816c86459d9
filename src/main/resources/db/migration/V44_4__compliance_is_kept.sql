-- Nor can the whole of it be emptied at once.
create trigger keep_all before truncate on compliance.matter for each statement execute function compliance.keep_rows();
create trigger keep_all before truncate on compliance.entry for each statement execute function compliance.keep_rows();
create trigger keep_all before truncate on compliance.step for each statement execute function compliance.keep_rows();
create trigger keep_all before truncate on compliance.pack for each statement execute function compliance.keep_rows();
