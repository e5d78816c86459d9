-- By population what a role sees for a purpose, and what may be named to it.
update rights.role_purpose rp
set sees = (
    select jsonb_object_agg(p, rights.gives(p, rp.classes, rp.purpose, null))
    from unnest(array['', 'child', 'volunteer', 'pairing', 'care']) p)
