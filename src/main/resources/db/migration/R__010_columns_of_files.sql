-- ${definitions}
-- Adds the columns that attributes.csv names and the tables lack.
set local client_min_messages = warning;
alter table versions.child_version ${child.columns};
alter table versions.volunteer_version ${volunteer.columns};
reset client_min_messages;
