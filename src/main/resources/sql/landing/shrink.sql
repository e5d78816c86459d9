select (select count(*) from landing.current where feed = :feed and not withdrawn) as before,
       (select count(distinct key) from incoming) as now
