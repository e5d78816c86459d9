-- Whoever migrates without being a superuser hands what it makes over to childfile_owner, which must be let into each new schema
-- for that. A superuser needs none of it.
do $$
begin
    if (select rolsuper from pg_roles where rolname = current_user) then
        return;
    end if;
    begin
        if to_regrole('childfile_owner') is null then
            create role childfile_owner nologin;
        end if;
    exception when duplicate_object or unique_violation then
        -- Another database of this server is being made at the same time: roles are the server's.
        null;
    end;
    if not pg_has_role(current_user, 'childfile_owner', 'usage') or not pg_has_role(current_user, 'childfile_owner', 'set') then
        execute format('grant childfile_owner to %I with inherit true, set true', current_user);
    end if;
    if to_regrole('childfile_views') is not null and to_regrole('childfile_warden') is not null
        and not (pg_has_role(current_user, 'childfile_views', 'set') and pg_has_role(current_user, 'childfile_warden', 'set')) then
        execute format('grant childfile_views, childfile_warden to %I with inherit true, set true', current_user);
    end if;
    if not exists (select from pg_default_acl where defaclrole = current_user::regrole and defaclobjtype = 'n') then
        alter default privileges grant usage, create on schemas to childfile_owner;
    end if;
end $$;
