-- A database that was restored or copied has PostgreSQL's own privileges again, which let everybody make temporary objects.
-- What a migration made is handed over to the owner of its schema.
-- Nothing to guard where migrating was stopped before there are procedures.
do $$
begin
    if to_regproc('rights.guard') is not null then
        call rights.guard();
        call rights.adopt();
    end if;
end
$$;
