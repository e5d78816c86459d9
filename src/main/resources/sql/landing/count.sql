select count(*) as pulled,
       count(*) filter (where fate = 'new') as new,
       count(*) filter (where fate = 'changed') as changed,
       count(*) filter (where fate = 'unchanged') as unchanged,
       count(*) filter (where fate in ('quarantined', 'quarantined again')) as quarantined,
       count(*) filter (where fate = 'duplicate') as duplicates
from fate
