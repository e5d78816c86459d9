-- ${definitions}

-- Mapping writes no JSON that cannot be read as text; a statement over all records must not end by one that has it all the same.
create or replace function mapping.readable(attributes json) returns json language sql immutable parallel safe
return case when position('\u' in attributes::text) = 0 or pg_input_is_valid(attributes::text, 'jsonb') then attributes
            else '{}'::json end;
comment on function mapping.readable(json) is 'The attributes of a record; none where they hold NUL or half of a surrogate pair.';
