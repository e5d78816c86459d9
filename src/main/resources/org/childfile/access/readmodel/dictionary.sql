-- The data dictionary, line by line: every published view and table with its columns, and every function.
with relation as (
    select c.oid, n.nspname || '.' || c.relname as name, obj_description(c.oid, 'pg_class') as comment
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('mart', 'ops') and c.relkind in ('r', 'v')
),
line (part, name, rank, number, text) as (
    select 0, name, 0, 0, e'\n## ' || name || e'\n\n' || comment || e'\n\n| column | type | meaning |\n| --- | --- | --- |'
    from relation
    union all
    select 0, r.name, 1, a.attnum::integer,
           '| `' || a.attname || '` | ' || format_type(a.atttypid, a.atttypmod) || ' | '
               || replace(col_description(r.oid, a.attnum::integer), '|', '\|') || ' |'
    from relation r
    join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
    union all
    select 1, '', 0, 0, e'\n## Functions\n'
    union all
    select 1, p.proname::text, 1, 0,
           '- `' || n.nspname || '.' || p.proname || '(' || pg_get_function_arguments(p.oid) || ')`: '
               || obj_description(p.oid, 'pg_proc')
    from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('mart', 'ops')
)
select text from line order by part, name collate "C", rank, number
