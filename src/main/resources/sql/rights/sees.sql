-- By population the attributes that a role sees for a purpose.
update rights.role_purpose rp
set sees = (
    select coalesce(jsonb_object_agg(x.population, x.attributes), '{}')
    from (select a.population, jsonb_agg(a.attribute order by a.attribute) as attributes
          from rights.attribute a where a.class = any (rp.classes) group by a.population) x)
