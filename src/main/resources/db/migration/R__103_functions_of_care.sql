-- ${definitions}

-- A care record as the ledger reads it. What can be no contact has a flaw, and the field that it lies in; nothing of it is cast.
-- Inlined where it is called; "offset 0" keeps what costs something from being worked out once for each use.
create or replace function care.reading(attributes json)
returns table (pairing_number text, kind text, at timestamptz, field text, flaw text)
language sql immutable parallel safe rows 1
begin atomic
    select a.pairing_number, a.kind, t.at,
           case when not j.readable then ''
                when a.pairing_number is null then 'pairing_number'
                when k.known is not true then 'kind'
                when t.at is null then 'at' end,
           case when not j.readable then 'FORBIDDEN_CHARACTER'
                when a.pairing_number is null or a.kind is null or a.at is null then 'MISSING_VALUE'
                when not k.known then 'BAD_CODE'
                when t.at is null then 'BAD_DATE' end
    from (select position('\u' in attributes::text) = 0 or pg_input_is_valid(attributes::text, 'jsonb') as readable offset 0) j
    cross join lateral json_to_record(case when j.readable then attributes else '{}' end)
        a (pairing_number text, kind text, at text)
    cross join lateral (
        select a.kind in ('VISIT', 'TALK', 'GUARDIAN', 'TEACHER', 'ACTIVITY', 'FESTIVAL') as known) k
    cross join lateral (
        select case when pg_input_is_valid(a.at, 'timestamptz') then a.at::timestamptz end as moment offset 0) m
    cross join lateral (
        select case when m.moment between timestamptz '1000-01-01 00:00+00' and timestamptz '9000-01-01 00:00+00'
                    then m.moment end as at) t;
end;
comment on function care.reading(json) is 'A care record as the duties read it; flaw says why it can be no contact, field where.';
