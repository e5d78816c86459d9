-- What the approval of a pull would withdraw, by where these children live.
select w.division, w.records
from (select coalesce(division, '–') as division, records from ops.held_withdrawal where pull_id = :pull) w
order by w.records desc, w.division
