-- How many records came from which feed in a night are small cells, and names of feeds: nothing for statistics.
alter policy published on landing.pull using (
    (select rights.claims()) is not null and (select rights.purpose()) is distinct from 'statistics');
alter policy published on ops.run using (
    (select rights.claims()) is not null and (select rights.purpose()) is distinct from 'statistics');
alter policy published on ops.stage using (
    (select rights.claims()) is not null and (select rights.purpose()) is distinct from 'statistics');
