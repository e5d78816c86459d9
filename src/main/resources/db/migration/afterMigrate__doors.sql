-- A database that was restored or copied has PostgreSQL's own privileges again, which let everybody make temporary objects.
-- Nothing to guard where migrating stopped before V40.
do $$
begin
    if to_regproc('rights.guard') is not null then
        call rights.guard();
        call rights.adopt();
    end if;
end
$$;
