select c.* from mart.coverage c
where :division::text is null or starts_with(c.division, :division)
order by c.division
