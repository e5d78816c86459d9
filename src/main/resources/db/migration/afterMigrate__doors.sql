-- A database that was restored or copied has PostgreSQL's own privileges again, which let everybody make temporary objects.
call rights.guard();
call rights.adopt();
