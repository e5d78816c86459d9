-- A file that ended, because its person turned out to be another, is no file from the moment on that recorded this.
create or replace function mart.child_as_of(valid date, recorded timestamptz) returns setof mart.child_version
language sql stable
begin atomic
    select distinct on (v.child_id) v.*
    from mart.child_version v
    where v.recorded_at <= recorded and v.valid_from <= valid
      and exists (
          select from versions.child_version s
          where s.person_id = v.child_id
            and s.recorded_at <= recorded and (s.superseded_at is null or s.superseded_at > recorded))
    order by v.child_id, v.version desc;
end;
