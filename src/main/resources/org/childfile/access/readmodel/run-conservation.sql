select sum(p.pulled) as pulled, sum(p.new + p.changed + p.unchanged) as kept, sum(p.quarantined) as quarantined,
       sum(p.duplicates) as duplicates
from ops.pull p
where p.run_id = :run
